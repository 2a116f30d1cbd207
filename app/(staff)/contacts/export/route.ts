import { redirect } from "next/navigation";
import { csvResponse } from "#app/_doors/csv-response.ts";
import { staffHandler } from "#app/_doors/handler.ts";
import { exportSelected } from "#lib/contacts/bulk/export-selected.ts";
import { Problem } from "#lib/problem.ts";
import { idOf } from "#lib/text/id-of.ts";
import { queryIn, selectionOf, textOf } from "../selection-of.ts";

/** Ticked rows, or all that match, as a file to save. When another number is meant by now, the question is asked again. */
export const GET = staffHandler("export", async (request, person) => {
  const { expected: told, ...query } = queryIn(new URL(request.url).searchParams);
  const chosen = await selectionOf(person, query);
  if ("wrong" in chosen) throw new Problem("invalid", "nobody_selected", chosen.wrong);
  const expected = idOf(String(told ?? ""));
  try {
    const name = chosen.profile ? `profile-${chosen.profile.id}` : "contacts";
    return csvResponse(name, await exportSelected(person, chosen.selection, expected));
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "selection_changed") throw error;
    redirect(`/contacts/bulk?${textOf({ ...query, do: "export", told: String(expected) })}`);
  }
});
