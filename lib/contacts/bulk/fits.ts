import type { Db, Tx } from "#db/client.ts";
import type { Field, FieldType } from "#lib/fields/field.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { say, words } from "#lib/text/words.ts";
import { editableProfile } from "../editable-profile.ts";
import type { BulkDeed } from "./bulk-action.ts";
import { copiedFields } from "./copied-fields.ts";

/**
 * Whether the deed can be done to members of `profile` (null: to people of the whole repository); answers what the field
 * or profile that it is about is called, and the field's type. Throws Problem `needs_profile`, `profile_is_virtual`, `field_gone`,
 * `field_required`, `other_key_kind`, `required_fields`.
 */
export async function assertFits(
  from: Db | Tx,
  profile: Profile | null,
  deed: BulkDeed,
): Promise<{ name?: string; type?: FieldType }> {
  switch (deed.kind) {
    case "status":
    case "erase":
      return {};
    case "remove":
      await editableProfile(from, needed(profile).id);
      return {};
    case "set-field": {
      const { name, type } = assertFieldTakes(needed(profile), deed);
      return { name, type };
    }
    case "add-to-profile": {
      const target = await editableProfile(from, deed.profileId);
      assertTakes(target, profile);
      return { name: target.name };
    }
    default:
      return deed satisfies never;
  }
}

function needed(profile: Profile | null): Profile {
  if (profile) return profile;
  throw new Problem("conflict", "needs_profile", "Choose a profile first: the repository itself has no fields.");
}

function assertFieldTakes({ fields }: Profile, { fieldId, value }: Extract<BulkDeed, { kind: "set-field" }>): Field {
  const field = fieldOf(fields, fieldId);
  if (value !== null || !field.required) return field;
  throw new Problem(
    "invalid",
    "field_required",
    words("“{field}” must not be empty. Give it a value.", { field: field.name }),
  );
}

export function fieldOf(fields: readonly Field[], fieldId: number): Field {
  const field = fields.find(({ id }) => id === fieldId);
  if (field) return field;
  throw new Problem("conflict", "field_gone", "The profile has this field no more. Nothing was changed.");
}

/** Whoever comes from a profile brings the values of fields that are called and typed the same. */
function assertTakes(target: Profile, source: Profile | null): void {
  if (source && source.keyKind !== target.keyKind) {
    const message =
      target.keyKind === "mobile"
        ? say("“{profile}” knows its contacts by mobile, and these are known by email. Choose another profile.")
        : say("“{profile}” knows its contacts by email, and these are known by mobile. Choose another profile.");
    throw new Problem("conflict", "other_key_kind", words(message, { profile: target.name }));
  }
  const brought = new Set(copiedFields(source, target).map(({ to }) => to.id));
  const missing = target.fields.filter(({ id, required }) => required && !brought.has(id));
  if (missing.length === 0) return;
  throw new Problem(
    "conflict",
    "required_fields",
    words(
      "In “{profile}” these fields must not be empty, and nothing is known for them here: {fields}. Import a file with them instead.",
      { profile: target.name, fields: missing.map(({ name }) => name).join(", ") },
    ),
  );
}
