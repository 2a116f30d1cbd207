import { Problem } from "#lib/problem.ts";
import { words } from "#lib/text/words.ts";
import type { Profile } from "./profile.ts";

/** Throws Problem `profile_virtual` for a profile whose members and fields are another's. */
export function assertOwnMembers({ type, name }: Profile): void {
  if (type !== "virtual") return;
  throw new Problem(
    "conflict",
    "profile_virtual",
    words("“{name}” is a virtual profile: its contacts and fields are those of its source. Change them there.", {
      name,
    }),
  );
}
