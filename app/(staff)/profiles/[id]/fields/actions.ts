"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import { fieldInput, fieldName } from "#lib/fields/field-input.ts";
import { optionsFromLines } from "#lib/fields/options-from-lines.ts";
import { addField } from "#lib/profiles/fields/add-field.ts";
import { deleteField } from "#lib/profiles/fields/delete-field.ts";
import { editField } from "#lib/profiles/fields/edit-field.ts";
import { stepField } from "#lib/profiles/fields/move-field.ts";
import { retypeField } from "#lib/profiles/fields/retype-field.ts";
import { retypeInput } from "#lib/profiles/input.ts";
import { idOf } from "#lib/text/id-of.ts";
import { issueWords, wordedIssue } from "#lib/text/issue-words.ts";

const id = z.string().transform(idOf);
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);
const lines = z.string().max(200_000).default("").transform(optionsFromLines);

/** A form's new field; its options count for a choice only. */
const adding = z
  .object({ profile: id, name: z.string(), type: z.string(), required: ticked, options: lines })
  .transform(({ profile, options, ...named }, context) => {
    const checked = fieldInput.safeParse({ ...named, options: named.type === "choice" ? options : [] });
    if (checked.success) return { profile, field: checked.data };
    for (const issue of checked.error.issues) {
      context.addIssue({ ...wordedIssue(issueWords(issue)), path: issue.path.slice(0, 1) });
    }
    return z.NEVER;
  });

export const sendAdd = staffAction("profiles.edit", adding, async (person, { profile, field }) => {
  await addField(person, profile, field);
  redirect(`/profiles/${profile}/fields?done=field-added`);
});

const stepping = z.object({ profile: id, step: z.string().regex(/^\d+ (up|down)$/) });
export const sendStep = staffAction("profiles.edit", stepping, async (person, { profile, step }) => {
  const [field = "", way] = step.split(" ");
  await stepField(person, profile, idOf(field), way === "up" ? -1 : 1);
  redirect(`/profiles/${profile}/fields`);
});

const editing = z.object({
  profile: id,
  field: id,
  name: fieldName,
  required: ticked,
  options: z.string().max(200_000).optional(),
});
export const sendField = staffAction(
  "profiles.edit",
  editing,
  async (person, { profile, field, options, ...patch }) => {
    const all = {
      ...patch,
      ...(options === undefined ? {} : { options: optionsFromLines(options).map((line) => line.trim()) }),
    };
    const { lacking } = await editField(person, profile, field, all);
    const done = lacking > 0 ? `field-required&n=${lacking}` : "field-saved";
    redirect(`/profiles/${profile}/fields?done=${done}`);
  },
);

const both = z.object({ profile: id, field: id });
export const sendDeleteField = staffAction("profiles.edit", both, async (person, { profile, field }) => {
  const lost = await deleteField(person, profile, field);
  redirect(`/profiles/${profile}/fields?done=field-deleted&n=${lost}`);
});

const retyping = z.object({
  profile: id,
  field: id,
  type: retypeInput.shape.type,
  dateOrder: retypeInput.shape.dateOrder,
  decimal: retypeInput.shape.decimal,
  options: lines,
  /** How many values are to become empty, as the report said; ticked. */
  mayEmpty: z.coerce.number().int().min(0).default(0),
});
export const sendRetype = staffAction(
  "profiles.edit",
  retyping,
  async (person, { profile, field, options, ...wish }) => {
    const kept = wish.type === "choice" ? options : [];
    const { converts } = await retypeField(person, profile, field, { ...wish, options: kept });
    redirect(`/profiles/${profile}/fields?done=field-retyped&n=${converts}`);
  },
);
