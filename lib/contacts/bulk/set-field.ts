import { sql } from "drizzle-orm";
import { fieldName, memberTableName } from "#db/member-table.ts";
import type { FieldType } from "#lib/fields/field.ts";
import { changeCounts } from "#lib/profiles/counts.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { ownerOf } from "../rule-context.ts";
import { valueSql } from "../value-sql.ts";
import type { BulkDeed } from "./bulk-action.ts";
import { fieldOf } from "./fits.ts";
import { inChunks } from "./in-chunks.ts";
import type { Outcome, Run } from "./run-bulk-action.ts";
import type { Selection } from "./selection.ts";

/** Gives one field of many members the same value; the history of each holds what was there before. */
export async function setField(
  run: Run<Extract<BulkDeed, { kind: "set-field" }>>,
  { profileId }: Selection,
): Promise<Outcome> {
  const { tx, action, deed, chosen } = run;
  const profile = await loadProfile(tx, profileId ?? 0);
  const owner = ownerOf(profile);
  const { id, name, type } = fieldOf(profile.fields, deed.fieldId);
  const table = memberTableName(owner);
  const value = valueSql(type, deed.value);
  // Byte by byte: to a text's own collation a corrected accent would be no change.
  const bytes = COLLATED.has(type) ? sql`collate "C"` : sql``;
  let changed = 0;
  await inChunks(run, async (within) => {
    await tx.execute(sql`
      select from ${table} m join chosen on chosen.key = m.key where ${within} order by m.key for update of m`);
    const { rowCount } = await tx.execute(sql`
      with now_different as (
        update ${table} m set ${fieldName(id)} = ${value}, updated_at = now()
        from chosen where chosen.key = m.key and ${within}
          and m.${fieldName(id)} ${bytes} is distinct from ${value} ${bytes}
        returning m.key, old.${fieldName(id)}::text as before, new.${fieldName(id)}::text as after
      )
      insert into contact_events (key, kind, profile_id, profile_name, staff_id, api_key_id, bulk_action_id, details)
      select key, 'edited', ${owner}::bigint, ${profile.name}::text, ${action.createdBy}::bigint,
        ${action.apiKeyId}::bigint, ${action.id}::bigint,
        jsonb_build_object('changes', jsonb_build_array(jsonb_build_object(
          'fieldId', ${id}::bigint, 'name', ${name}::text, 'type', ${type}::text, 'before', before, 'after', after)))
      from now_different order by key`);
    changed += rowCount ?? 0;
  });
  await changeCounts(tx, owner, {});
  return { changed, left: [{ reason: "same_value", count: chosen - changed }] };
}

const COLLATED: ReadonlySet<FieldType> = new Set(["text", "choice", "url", "phone"]);
