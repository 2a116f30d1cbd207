"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import { sentForm } from "#lib/http/sent-form.ts";
import { archiveProfile, restoreProfile } from "#lib/profiles/archive-profile.ts";
import { deleteProfile } from "#lib/profiles/delete-profile.ts";
import { duplicateProfile } from "#lib/profiles/duplicate-profile.ts";
import { editProfile } from "#lib/profiles/edit-profile.ts";
import { emptyProfile } from "#lib/profiles/empty-profile.ts";
import { profileDescription, profileName } from "#lib/profiles/input.ts";
import { profileById } from "#lib/profiles/queries.ts";
import { idOf } from "#lib/text/id-of.ts";

const profile = z.string().transform(idOf);
const once = z.string().max(100).optional();

const editing = z.object({ profile, name: profileName, description: profileDescription });
export const sendEdit = staffAction("profiles.edit", editing, async (person, { profile: id, ...patch }) => {
  await editProfile(person, id, patch);
  redirect(`/profiles/${id}?done=saved`);
});

const duplicating = z.object({ profile, name: profileName, contacts: z.enum(["with", "without"]), once });
export const sendDuplicate = staffAction("profiles.edit", duplicating, async (person, asked) => {
  const wanted = { name: asked.name, contacts: asked.contacts === "with" };
  const { id: copy, counts } = await duplicateProfile(person, asked.profile, wanted, sentForm(person, asked));
  redirect(`/profiles/${copy}?done=duplicated&n=${counts.contacts}`);
});

export const sendEmpty = staffAction("profiles.edit", z.object({ profile }), async (person, { profile: id }) => {
  const left = await emptyProfile(person, id);
  redirect(`/profiles/${id}?done=emptied&n=${left}`);
});

export const sendArchive = staffAction("profiles.edit", z.object({ profile }), async (person, { profile: id }) => {
  await archiveProfile(person, id);
  redirect(`/profiles/${id}?done=archived`);
});

export const sendRestore = staffAction("profiles.edit", z.object({ profile }), async (person, { profile: id }) => {
  await restoreProfile(person, id);
  redirect(`/profiles/${id}?done=restored`);
});

const deleting = z.object({ profile, confirmation: z.string().max(1000) });
export const sendDelete = staffAction("profiles.edit", deleting, async (person, { profile: id, confirmation }) => {
  const { counts } = await profileById(person, id);
  await deleteProfile(person, id, confirmation);
  redirect(`/profiles?done=deleted&n=${counts.contacts}`);
});
