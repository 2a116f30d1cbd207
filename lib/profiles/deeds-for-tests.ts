import { type BulkDeed, LEFT_REASONS } from "#lib/contacts/bulk/bulk-action.ts";
import { bulkActionById } from "#lib/contacts/bulk/queries.ts";
import { runBulkAction } from "#lib/contacts/bulk/run-bulk-action.ts";
import { countSelected } from "#lib/contacts/bulk/selection.ts";
import { startBulkAction } from "#lib/contacts/bulk/start-bulk-action.ts";
import { changeStatus } from "#lib/contacts/change-status.ts";
import { contactOf, formOf, versionOf } from "#lib/contacts/contacts-for-tests.ts";
import { eraseContact } from "#lib/contacts/erase-contact.ts";
import { addContact } from "#lib/contacts/new-contact.ts";
import { removeMember } from "#lib/contacts/remove-member.ts";
import type { Status } from "#lib/contacts/status.ts";
import { updateMember } from "#lib/contacts/update-member.ts";
import { cancelImport } from "#lib/imports/cancel-import.ts";
import type { ImportAction } from "#lib/imports/import.ts";
import { check, importFile } from "#lib/imports/import-for-tests.ts";
import { requestUndo } from "#lib/imports/undo/request-undo.ts";
import { undoImport } from "#lib/imports/undo/undo-import.ts";
import { archiveProfile, restoreProfile } from "./archive-profile.ts";
import { deleteProfile } from "./delete-profile.ts";
import { duplicateProfile } from "./duplicate-profile.ts";
import { emptyProfile } from "./empty-profile.ts";
import type { Profile } from "./profile.ts";
import { anyName, editor, makeProfile } from "./profiles-for-tests.ts";
import { listProfiles } from "./queries.ts";

/* Everything that changes who is where, and with which status, as one step each of a random sequence. */

const BULK = ["bulk status", "bulk set-field", "bulk add-to-profile", "bulk remove", "bulk erase"] as const;

export const DEEDS = [
  "create",
  "duplicate",
  "duplicate with contacts",
  "empty",
  "archive",
  "restore",
  "delete",
  "add",
  "edit",
  "status",
  "remove",
  "erase",
  "import",
  "cancel an import",
  "undo",
  ...BULK,
] as const;
export type Deed = (typeof DEEDS)[number];

/** `profile`, `other` and `person` are places in the lists of those that there are. */
export type Step = {
  deed: Deed;
  profile: number;
  other: number;
  person: number;
  status: Status;
  action: ImportAction;
  people: number[];
  everywhere: boolean;
};

/** `run` keeps the people of one run apart from those that were erased in another. */
export type World = { run: number; imports: number[] };

const MOST_PROFILES = 5;

/** Whether there was anything to do. Throws Problem where it may not be done. */
export async function take(world: World, step: Step): Promise<boolean> {
  const all = await listProfiles(editor, { archived: step.deed === "restore" });
  if (step.deed === "create") return all.length < MOST_PROFILES && make(makeProfile([{ name: "City" }]));
  const profile = all[step.profile % Math.max(all.length, 1)];
  if (!profile) return false;
  const other = all[step.other % all.length] as Profile;
  const key = keyOf(world, step.person);
  switch (step.deed) {
    case "duplicate":
    case "duplicate with contacts": {
      const contacts = step.deed !== "duplicate";
      return all.length < MOST_PROFILES && make(duplicateProfile(editor, profile.id, { name: anyName(), contacts }));
    }
    case "empty":
      return (await emptyProfile(editor, profile.id)) > 0;
    case "archive":
      return make(archiveProfile(editor, profile.id));
    case "restore":
      return make(restoreProfile(editor, profile.id));
    case "delete":
      return make(deleteProfile(editor, profile.id, profile.name));
    case "add": {
      const input = { profileId: profile.id, key, values: formOf(profile, { City: "Lima" }) };
      return (await addContact(editor, input)).outcome === "added";
    }
    case "edit":
      return edit(profile, key);
    case "status":
      return make(changeStatus(editor, (await contactOf(key)).id, { status: step.status, reason: "decided" }, null));
    case "remove":
      return make(removeMember(editor, profile.id, key));
    case "erase":
      return make(eraseContact(editor, (await contactOf(key)).id));
    case "import":
    case "cancel an import":
      return bring(world, profile, step);
    case "undo":
      return undo(world.imports.pop());
    default:
      return inBulk(profile, other, step);
  }
}

const make = (work: Promise<unknown>): Promise<true> => work.then(() => true);

const keyOf = ({ run }: World, person: number): string => `person${person}.${run}@example.com`;

async function edit(profile: Profile, key: string): Promise<boolean> {
  const { id: contactId } = await contactOf(key);
  const version = await versionOf(profile, key).catch(() => null);
  if (version === null) return false;
  const values = formOf(profile, { City: "Quito" });
  return (await updateMember(editor, { contactId, profileId: profile.id, version, values })).length > 0;
}

async function bring(world: World, profile: Profile, { deed, people, action }: Step): Promise<boolean> {
  const file = `email,city\n${people.map((person) => `${keyOf(world, person)},Puno ${person}`).join("\n")}\n`;
  if (deed !== "import") return make(cancelImport(editor, (await check(profile, file, { action })).id));
  const { id, state } = await importFile(profile, file, { action });
  world.imports.push(id);
  return state === "done";
}

async function undo(importId: number | undefined): Promise<boolean> {
  if (importId === undefined) return false;
  await requestUndo(editor, importId);
  return make(undoImport(importId));
}

async function inBulk(profile: Profile, other: Profile, step: Step): Promise<boolean> {
  const deeds: Record<(typeof BULK)[number], BulkDeed> = {
    "bulk status": { kind: "status", status: step.status, reason: "decided" },
    "bulk set-field": { kind: "set-field", fieldId: profile.fields[0]?.id ?? 0, value: "Cusco" },
    "bulk add-to-profile": { kind: "add-to-profile", profileId: other.id },
    "bulk remove": { kind: "remove" },
    "bulk erase": { kind: "erase" },
  };
  const deed = deeds[step.deed as (typeof BULK)[number]];
  const everywhere = step.everywhere && !["remove", "set-field"].includes(deed.kind);
  const selection = { profileId: everywhere ? null : profile.id, search: `person${step.person}.` };
  const expected = await countSelected(editor, selection);
  const id = await startBulkAction(editor, selection, deed, expected);
  await runBulkAction(id);
  const { changed, report, state } = await bulkActionById(editor, id);
  const left = report.reduce((sum, { reason, count }) => sum + (LEFT_REASONS.includes(reason) ? count : 0), 0);
  if (state !== "done" || changed + left !== expected)
    throw new Error(`${deed.kind}: told ${expected}, did ${changed}`);
  return changed > 0;
}
