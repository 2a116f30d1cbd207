"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import { idOf } from "#lib/text/id-of.ts";
import { bringBackVersion } from "#lib/virtual/bring-back-version.ts";

const id = z.string().transform(idOf);

export const sendBringBack = staffAction(
  "profiles.edit",
  z.object({ profile: id, version: id, seen: id }),
  async (person, { profile, version, seen }) => {
    await bringBackVersion(person, profile, version, seen);
    redirect(`/profiles/${profile}?done=rules-saved`);
  },
);
