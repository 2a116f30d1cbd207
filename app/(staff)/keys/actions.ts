"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import { sentForm } from "#lib/http/sent-form.ts";
import { makeStaffKey, revokeKey } from "#lib/staff/manage-keys.ts";
import { ROLES } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";
import { expiryOf, LIFETIMES } from "./lifetimes.ts";

const wanted = z.object({
  name: z.string().max(200),
  owner: z.string().transform(idOf),
  role: z.enum(ROLES, "Choose a role."),
  lifetime: z.enum(LIFETIMES, "Choose how long it lives."),
  once: z.string().max(100).optional(),
});

export const makeKey = staffAction("keys.manage", wanted, async (person, asked) => {
  const { name, owner, role, lifetime } = asked;
  const key = { name, role, staffId: owner, expiresAt: expiryOf(lifetime) };
  return { data: await makeStaffKey(person, key, sentForm(person, asked)) };
});

const revoking = z.object({ key: z.string().transform(idOf) });
export const sendRevoke = staffAction("keys.manage", revoking, async (person, { key }) => {
  await revokeKey(person, key);
  redirect("/keys?done=revoked");
});
