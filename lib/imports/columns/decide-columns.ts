import { normaliseHeader, suggestMapping } from "#lib/fields/header-names.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { type Words, words } from "#lib/text/words.ts";
import type { ColumnMapping, ColumnTarget, Import, ImportAction } from "../import.ts";
import { excerpt, UnreadableFile } from "../reading/file-fault.ts";
import { lastMappingOf } from "./last-mapping.ts";

/**
 * Where each column goes, as far as its name tells, and whether that is enough to go on without asking.
 *
 * A person is asked when any column has no place that could have one; a program is not: its other columns are left out,
 * unless it wants them as new fields. Throws UnreadableFile `no_known_header` when a program's file has no column for the key.
 */
export async function decideColumns(
  person: Person,
  { action, options, profileId }: Pick<Import, "action" | "options" | "profileId">,
  profile: Profile,
  header: string[],
): Promise<{ mapping: ColumnMapping[]; complete: boolean }> {
  const targets = suggestMapping(header, profile.fields, profile.keyKind).map(asTarget);
  applyGiven(targets, header, options.mapping ?? {}, profile);
  const mapping = header.map((column, at) => ({ column, target: usedBy(action, targets[at] ?? null) }));

  const hasKey = targets.some((target) => target?.kind === "key");
  const named =
    (action === "unsubscribe" && hasKey) ||
    mapping.every(({ column, target }) => target !== null || column in (options.mapping ?? {}));
  if (person.kind === "key") {
    if (!hasKey) throw new UnreadableFile({ code: "no_known_header", line: 1, value: excerpt(header.join(", ")) });
    return { mapping, complete: named || !options.createFields };
  }
  const before = named ? null : await lastMappingOf(profileId, header, profile);
  if (before) {
    const again = before.map(({ column, target }) => ({ column, target: usedBy(action, target) }));
    return { mapping: again, complete: false };
  }
  return { mapping, complete: hasKey && named && options.format?.header !== false };
}

/** An Unsubscribe looks only at who is meant: what is wrong with another cell keeps nobody subscribed. */
export const usedBy = <Target extends { kind: string }>(action: ImportAction, target: Target | null): Target | null =>
  action === "unsubscribe" && target?.kind !== "key" ? null : target;

function asTarget(suggested: ReturnType<typeof suggestMapping>[number]): ColumnTarget | null {
  if (suggested === null) return null;
  if (suggested.target === "key") return { kind: "key" };
  return { kind: "field", fieldId: suggested.fieldId, mode: "always" };
}

/** The API's `mapping` wins over what the names suggest. */
function applyGiven(
  targets: (ColumnTarget | null)[],
  header: string[],
  given: Record<string, string | null>,
  profile: Profile,
): void {
  for (const [column, fieldName] of Object.entries(given)) {
    const at = header.findIndex((name) => normaliseHeader(name) === normaliseHeader(column));
    if (at === -1) throw wrongMapping(column, words("The file has no column “{column}”.", { column }));
    const target = fieldName === null ? null : targetNamed(fieldName, profile);
    if (target === undefined)
      throw wrongMapping(
        column,
        words("“{name}” has no field “{field}”.", { name: profile.name, field: fieldName ?? "" }),
      );
    for (const [other, taken] of targets.entries())
      if (other !== at && sameTarget(taken, target)) targets[other] = null;
    targets[at] = target;
  }
}

function targetNamed(name: string, { fields, keyKind }: Profile): ColumnTarget | undefined {
  const wanted = normaliseHeader(name);
  const field = fields.find((each) => normaliseHeader(each.name) === wanted);
  if (field) return { kind: "field", fieldId: field.id, mode: "always" };
  return wanted === keyKind ? { kind: "key" } : undefined;
}

export const sameTarget = (one: ColumnTarget | null, other: ColumnTarget | null): boolean =>
  one !== null &&
  other !== null &&
  one.kind === other.kind &&
  (one.kind === "key" || (other.kind === "field" && one.fieldId === other.fieldId));

const wrongMapping = (column: string, message: Words) =>
  new Problem("invalid", "wrong_mapping", message, [{ path: `mapping.${column}`, message }]);
