"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import { contactById } from "#lib/contacts/contact.ts";
import { removeMember } from "#lib/contacts/remove-member.ts";

const id = z.coerce.number().int().positive();

export const sendRemove = staffAction(
  "contacts.edit",
  z.object({ contact: id, profile: id }),
  async (person, { contact, profile }) => {
    await removeMember(person, profile, (await contactById(person, contact)).key);
    redirect(`/contacts/${contact}?removed=1`);
  },
);
