import { z } from "zod";
import { staffEmail, staffName } from "#lib/staff/input.ts";
import { ROLES } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";

const role = z.enum(ROLES, "Choose a role.");
const mayExport = z
  .literal("yes")
  .optional()
  .transform((tick) => tick === "yes");

export const member = z.string().transform(idOf);
export const invitation = z.object({ email: staffEmail, name: staffName, role, mayExport });
export const newRole = z.object({ member, role, mayExport });
