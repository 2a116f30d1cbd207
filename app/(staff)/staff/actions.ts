"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { ownAddress } from "#app/_doors/own-address.ts";
import { staffAction } from "#app/_doors/staff-action.ts";
import { changeRole } from "#lib/staff/change-staff.ts";
import { inviteStaff, type MadeLink, makeNewLink } from "#lib/staff/invite-staff.ts";
import { DEED_NAMES, DEEDS } from "./deeds.ts";
import { invitation, member, newRole } from "./input.ts";

export const sendInvitation = staffAction("staff.manage", invitation, async (person, input) => ({
  data: await whole(await inviteStaff(person, input)),
}));

export const sendNewLink = staffAction("staff.manage", z.object({ member }), async (person, { member: id }) => ({
  data: await whole(await makeNewLink(person, id)),
}));

export const sendRole = staffAction("staff.manage", newRole, async (person, { member: id, ...wanted }) => {
  await changeRole(person, id, wanted);
  redirect(`/staff/${id}?done=role`);
});

const deed = z.object({ member, deed: z.enum(DEED_NAMES) });
export const sendDeed = staffAction("staff.manage", deed, async (person, { member: id, deed: name }) => {
  await DEEDS[name].run(person, id);
  redirect(`/staff/${id}?done=${name}`);
});

async function whole({ path, hours }: MadeLink): Promise<{ link: string; hours: number }> {
  return { link: (await ownAddress()) + path, hours };
}
