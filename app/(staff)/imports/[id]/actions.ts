"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import { cancelImport } from "#lib/imports/cancel-import.ts";
import { changeColumns, chooseColumns } from "#lib/imports/columns/choose-columns.ts";
import { requestApply } from "#lib/imports/request-apply.ts";
import { requestUndo } from "#lib/imports/undo/request-undo.ts";
import { columnsForm } from "./columns-input.ts";

const id = z.coerce.number().int().positive();
const command = z.object({ id });

export const applyIt = staffAction(
  "imports.run",
  command.extend({ leaving: z.coerce.number().int().optional() }),
  async (person, input) => {
    await requestApply(person, input.id, input.leaving ?? null);
    redirect(`/imports/${input.id}`);
  },
);

export const cancelIt = staffAction("imports.run", command, async (person, input) => {
  await cancelImport(person, input.id);
  redirect(`/imports/${input.id}`);
});

export const undoIt = staffAction("imports.run", command, async (person, input) => {
  await requestUndo(person, input.id);
  redirect(`/imports/${input.id}`);
});

export const changeColumnsOf = staffAction("imports.run", command, async (person, input) => {
  await changeColumns(person, input.id);
  redirect(`/imports/${input.id}`);
});

export const chooseColumnsOf = staffAction("imports.run", columnsForm, async (person, input) => {
  await chooseColumns(person, input.id, input);
  redirect(`/imports/${input.id}`);
});
