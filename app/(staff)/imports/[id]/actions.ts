"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import { cancelImport as cancel } from "#lib/imports/cancel-import.ts";
import { reopenColumns } from "#lib/imports/columns/reopen-columns.ts";
import { checkAgain } from "#lib/imports/correct/check-again.ts";
import { requestApply } from "#lib/imports/request-apply.ts";
import { requestUndo } from "#lib/imports/undo/request-undo.ts";

const importId = z.coerce.number().int().positive();
const one = z.object({ import: importId });

export const applyImport = staffAction(
  "imports.run",
  one.extend({ leaving: z.coerce.number().int().min(0).optional() }),
  async (person, { import: id, leaving }) => {
    await requestApply(person, id, leaving ?? null);
    redirect(`/imports/${id}`);
  },
);

export const cancelImport = staffAction("imports.run", one, async (person, { import: id }) => {
  await cancel(person, id);
  redirect(`/imports/${id}`);
});

export const changeColumns = staffAction("imports.run", one, async (person, { import: id }) => {
  await reopenColumns(person, id);
  redirect(`/imports/${id}`);
});

export const checkImportAgain = staffAction("imports.run", one, async (person, { import: id }) => {
  await checkAgain(person, id);
  redirect(`/imports/${id}`);
});

export const undoImport = staffAction("imports.run", one, async (person, { import: id }) => {
  await requestUndo(person, id);
  redirect(`/imports/${id}`);
});
