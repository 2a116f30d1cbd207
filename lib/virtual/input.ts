import { z } from "zod";
import { profileDescription, profileName } from "#lib/profiles/input.ts";

/** A Virtual profile as a form or the API describes it. `rules` are read by lib/rules, which measures them first. */
export const virtualProfileInput = z.object({
  name: profileName,
  description: profileDescription.default(""),
  rules: z.unknown(),
});
export type VirtualProfileInput = z.output<typeof virtualProfileInput> & {
  /** The profile that the rules are over, by its id or by the key that the API uses. */
  source: { id: number } | { key: string };
};
