import { csvResponse } from "#app/_doors/csv-response.ts";
import { staffHandler } from "#app/_doors/handler.ts";
import { selectedMembers } from "#lib/contacts/bulk/selection.ts";
import { Problem } from "#lib/problem.ts";
import { exportProfile } from "#lib/profiles/export-profile.ts";
import { queryIn, selectionOf } from "../selection-of.ts";

/** Ticked members of a profile, or all that match, as a file to save. */
export const GET = staffHandler("export", async (request, person) => {
  const chosen = await selectionOf(person, queryIn(new URL(request.url).searchParams));
  if ("wrong" in chosen) throw new Problem("invalid", "nobody_selected", chosen.wrong);
  const { profile, selection } = chosen;
  if (!profile) throw new Problem("invalid", "needs_profile", "Choose a profile first: each has its own columns.");
  const chosenMembers = await selectedMembers(profile, selection);
  return csvResponse(`profile-${profile.id}`, exportProfile(person, profile, { chosen: chosenMembers }));
});
