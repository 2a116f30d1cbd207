"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import { say } from "#components/words/say.ts";
import { getWords } from "#components/words.ts";
import { contactById } from "#lib/contacts/contact.ts";
import { eraseContact } from "#lib/contacts/erase-contact.ts";

const input = z.object({
  contact: z.coerce.number().int().positive(),
  confirmation: z.string().trim().max(2000, say("This is too long for an address.")),
});

export const sendErase = staffAction("contacts.erase", input, async (person, { contact, confirmation }) => {
  const { key } = await contactById(person, contact);
  if (confirmation.toLowerCase() !== key) {
    const t = await getWords();
    const wrong = t("This is not {key}. Type the address of the person whom you want to erase.", { key });
    return { errors: { confirmation: wrong } };
  }
  await eraseContact(person, contact);
  redirect("/contacts?erased=1");
});
