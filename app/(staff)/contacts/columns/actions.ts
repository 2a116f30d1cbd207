"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import { chooseColumns } from "#lib/contacts/columns.ts";
import { sameOriginPath } from "#lib/http/same-origin-path.ts";
import { profileById } from "#lib/profiles/queries.ts";
import { oneOrMore } from "#lib/text/one-or-more.ts";

const id = z.coerce.number().int().positive();

export const keepColumns = staffAction(
  "contacts.view",
  z.object({ profile: id, field: oneOrMore(id), back: z.string().optional() }),
  async (person, { profile, field, back }) => {
    await chooseColumns(person, await profileById(person, profile), field);
    redirect(sameOriginPath(back ?? null) ?? `/contacts?profile=${profile}`);
  },
);
