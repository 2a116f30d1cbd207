import { Problem } from "#lib/problem.ts";
import { say } from "#lib/text/words.ts";
import type { Role } from "./permissions.ts";

/** One of the people who work with Rollbook, as administrators see them. */
export type StaffMember = {
  id: number;
  name: string;
  email: string;
  role: Role;
  mayExport: boolean;
  /** Invited: nobody has used the link yet. */
  state: "invited" | "active" | "disabled";
  twoFactor: boolean;
  /** Where they are signed in at this moment. */
  sessions: number;
  createdAt: Date;
  lastSignInAt: Date | null;
};

/** What each role is for; the order is that of `ROLES`. */
export const ROLE_NAMES: Record<Role, string> = {
  administrator: say("Administrator"),
  editor: say("Editor"),
  viewer: say("Viewer"),
};

export const staffNotFound = () =>
  new Problem("not_found", "staff_not_found", "This member of staff does not exist. Look at the list again.");
