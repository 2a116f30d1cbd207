import type { Tx } from "#db/client.ts";
import { lockAllProfilesForEdit, lockProfileForEdit } from "#db/locks.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { ownerOf } from "../rule-context.ts";
import type { BulkDeed } from "./bulk-action.ts";
import type { Selection } from "./selection.ts";

/** The profiles whose members the deed reads and changes, in the order of their ids: imports wait until it is over. */
export async function lockFor(tx: Tx, { profileId }: Selection, deed: BulkDeed): Promise<void> {
  if (deed.kind === "status" || deed.kind === "erase") return lockAllProfilesForEdit(tx);
  const ids = [
    ...(profileId === null ? [] : [ownerOf(await loadProfile(tx, profileId))]),
    ...(deed.kind === "add-to-profile" ? [deed.profileId] : []),
  ];
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) await lockProfileForEdit(tx, id);
}
