import { z } from "zod";

/** What the API answers when it does not do what was asked. */
export const errorAnswer = z.strictObject({
  error: z.strictObject({
    code: z.string().describe("A stable word for programs."),
    message: z.string().describe("What is wrong and what to do, for people."),
    details: z
      .array(z.strictObject({ path: z.string(), message: z.string() }))
      .describe("Each wrong part of what was sent."),
  }),
});
