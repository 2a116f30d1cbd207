import { Problem } from "#lib/problem.ts";
import type { Role } from "./roles.ts";

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

export const staffNotFound = () =>
  new Problem("not_found", "staff_not_found", "This member of staff does not exist. Look at the list again.");
