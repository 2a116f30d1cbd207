"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import { changeStatus, statusInput } from "#lib/contacts/change-status.ts";

const input = statusInput.extend({ contact: z.coerce.number().int().positive(), version: z.string() });

export const sendStatus = staffAction("contacts.edit", input, async (person, { contact, version, status, reason }) => {
  await changeStatus(person, contact, { status, reason }, version);
  redirect(`/contacts/${contact}?status=changed`);
});
