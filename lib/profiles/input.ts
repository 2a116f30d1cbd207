import { z } from "zod";
import { clean } from "#lib/fields/clean.ts";
import { fieldListInput } from "#lib/fields/field-input.ts";

/** A profile's name as people write it: one line, shown as text. */
export const profileName = z.string("The name must be a text.").transform((raw, context) => {
  const name = clean(raw);
  const message =
    typeof name !== "string" || /[\t\n\r]/.test(name)
      ? "The name holds a control character. Type it anew."
      : name === ""
        ? "Give the profile a name."
        : [...name].length > 100
          ? "A name may have 100 characters. Shorten it."
          : undefined;
  if (message === undefined && typeof name === "string") return name;
  context.addIssue({ code: "custom", message: message ?? "" });
  return z.NEVER;
});

export const profileDescription = z.string().trim().max(1000, "A description may have 1,000 characters. Shorten it.");

/** A Regular or Mobile Only profile as a form or the API describes it. */
export const profileInput = z.object({
  name: profileName,
  type: z.enum(["regular", "mobile_only"], "The type must be regular or mobile_only."),
  description: profileDescription.default(""),
  fields: fieldListInput.default([]),
});
export type ProfileInput = z.output<typeof profileInput>;
