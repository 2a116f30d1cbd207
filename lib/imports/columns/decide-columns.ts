import { normaliseHeader, suggestMapping } from "#lib/fields/header-names.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { type Words, words } from "#lib/text/words.ts";
import type { ColumnMapping, ColumnTarget, Import, ImportAction } from "../import.ts";
import { excerpt, type FileFault, UnreadableFile } from "../reading/file-fault.ts";
import type { Reading } from "../reading/row.ts";
import { frontWidth } from "../rejected-columns.ts";
import { lastMappingOf } from "./last-mapping.ts";

/**
 * Where each column goes, as far as its name tells, and whether that is enough to go on without asking.
 *
 * A person is asked when any column has no place that could have one; a program is not: its other columns are left out,
 * unless it wants them as new fields. Where the last import with the same header did otherwise than the names say, a
 * person is offered to do so again. Throws UnreadableFile `no_known_header` when a program's file has no column for the key.
 */
export async function decideColumns(
  person: Person,
  { action, options, profileId }: Pick<Import, "action" | "options" | "profileId">,
  profile: Profile,
  { header, firstRecord }: Pick<Reading, "header" | "firstRecord">,
): Promise<{ mapping: ColumnMapping[]; blankErases?: boolean; complete: boolean }> {
  const front = frontWidth(header);
  const suggested = suggestMapping(header.slice(front), profile.fields, profile.keyKind).map(asTarget);
  const targets = [...header.slice(0, front).map(() => null), ...suggested];
  applyGiven(targets, header, options.mapping ?? {}, profile);
  const mapping = header.map((column, at) => ({ column, target: usedBy(action, targets[at] ?? null) }));

  const hasKey = targets.some((target) => target?.kind === "key");
  const isGiven = givenColumns(options);
  const named =
    (action === "unsubscribe" && hasKey) ||
    mapping.every(({ column, target }, at) => target !== null || at < front || isGiven(column));
  if (person.kind === "key") {
    if (!hasKey) throw new UnreadableFile(noKnownHeader(firstRecord ?? { line: 1, cells: header }));
    return { mapping, complete: named || !options.createFields };
  }
  const goesOn = hasKey && named && options.format?.header !== false;
  const before = await lastMappingOf({ action, profileId }, header, profile);
  if (before === null) return { mapping, complete: goesOn };
  const again = before.mapping.map(({ column, target }) => ({ column, target: usedBy(action, target) }));
  if (goesOn && !before.blankErases && sameOutcome(action, mapping, again)) return { mapping, complete: true };
  return { mapping: again, blankErases: before.blankErases, complete: false };
}

/** Whether both mappings do the same; where an existing value would stay is asked by Append or Update alone. */
function sameOutcome(action: ImportAction, one: ColumnMapping[], other: ColumnMapping[]): boolean {
  const modeOf = (target: ColumnTarget | null | undefined) => (target?.kind === "field" ? target.mode : null);
  return one.every(({ target }, at) => {
    const its = other[at]?.target ?? null;
    if (target === null || its === null) return target === its;
    return sameTarget(target, its) && (action !== "append-or-update" || modeOf(target) === modeOf(its));
  });
}

/** An Unsubscribe looks only at who is meant: what is wrong with another cell keeps nobody subscribed. */
export const usedBy = <Target extends { kind: string }>(action: ImportAction, target: Target | null): Target | null =>
  action === "unsubscribe" && target?.kind !== "key" ? null : target;

const noKnownHeader = ({ line, cells }: NonNullable<Reading["firstRecord"]>): FileFault => ({
  code: "no_known_header",
  line,
  value: excerpt(cells.join(", ")),
});

function asTarget(suggested: ReturnType<typeof suggestMapping>[number]): ColumnTarget | null {
  if (suggested === null) return null;
  if (suggested.target === "key") return { kind: "key" };
  return { kind: "field", fieldId: suggested.fieldId, mode: "always" };
}

/** Whether the API's `mapping` says where a column goes, or that it goes nowhere. */
export function givenColumns({ mapping = {} }: Pick<Import["options"], "mapping">): (column: string) => boolean {
  const given = new Set(Object.keys(mapping).map(normaliseHeader));
  return (column) => given.has(normaliseHeader(column));
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
