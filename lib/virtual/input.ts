import { z } from "zod";
import { profileDescription, profileInput, profileName, profilePatch } from "#lib/profiles/input.ts";

/** Read by lib/rules, which measures them first; the API's description has their form. */
const rules = z.unknown().meta({ $ref: "#/components/schemas/Rule" });

/** A Virtual profile as a form or the API describes it. */
export const virtualProfileInput = z.strictObject({
  name: profileName,
  description: profileDescription.default(""),
  rules,
});
export type VirtualProfileInput = z.output<typeof virtualProfileInput> & {
  /** The profile that the rules are over, by its id or by the key that the API uses. */
  source: { id: number } | { key: string };
};

/** The body of `POST /api/v1/profiles`. */
export const newProfileInput = z.discriminatedUnion(
  "type",
  [
    profileInput,
    virtualProfileInput.extend({
      type: z.literal("virtual"),
      source: z.string("Name the profile that the rules are over by its key: source."),
    }),
  ],
  { error: "The type must be regular, mobile_only or virtual." },
);

/** The body of `PATCH /api/v1/profiles/{key}`: what is not named stays. */
export const profileChange = profilePatch.extend({ rules: rules.optional().describe("Of a virtual profile.") });

/** The body of `POST /api/v1/profiles/{key}/count`. */
export const countInput = z.strictObject({ rules: rules.optional() });

export const countAnswer = z.strictObject({
  count: z.int().min(0).describe("How many match."),
  of: z.int().min(0).describe("Out of how many: the members of the profile, or of a virtual one's source."),
});
