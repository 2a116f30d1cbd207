import type { Field } from "./field.ts";
import { fold } from "./fold.ts";
import { KNOWN_HEADERS } from "./known-headers.ts";

/** Where a column of a file goes: the contact's key, a field, or nowhere. */
export type MappingTarget = { target: "key" } | { target: "field"; fieldId: number };

/** ` E-Mail ` → `email`: case, accents, spaces and punctuation aside. A name of nothing else stays as it is. */
export function normaliseHeader(name: string): string {
  const folded = fold(name);
  return folded.replace(/[^\p{L}\p{N}]/gu, "") || folded.trim();
}

/**
 * A target for each column of the header, or null. An equal name is the surest, then an equal name aside from case,
 * accents and punctuation, then a known name of the same thing. No target is given twice: the best match has it, and
 * of equal matches the first column.
 */
export function suggestMapping(
  header: readonly string[],
  fields: readonly Pick<Field, "id" | "name">[],
  keyKind: "email" | "mobile",
): (MappingTarget | null)[] {
  const columns = header.map((name, index) => ({ index, name, normal: normaliseHeader(name) }));
  const targets: Target[] = [
    { target: { target: "key" }, name: keyKind, normal: keyKind, things: [[keyKind, 0]] },
    ...fields.map(({ id, name }): Target => {
      const normal = normaliseHeader(name);
      return {
        target: { target: "field", fieldId: id },
        name,
        normal,
        things: THINGS.get(normal) ?? [],
      };
    }),
  ];
  const pairs = columns
    .flatMap((column) => targets.map((target) => ({ column, target, distance: distance(column, target) })))
    .filter((pair) => pair.distance < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.distance - b.distance || a.column.index - b.column.index);

  const suggested: (MappingTarget | null)[] = header.map(() => null);
  const taken = new Set<Target>();
  for (const { column, target } of pairs) {
    if (suggested[column.index] !== null || taken.has(target)) continue;
    suggested[column.index] = target.target;
    taken.add(target);
  }
  return suggested;
}

type Column = { index: number; name: string; normal: string };
type Target = { target: MappingTarget; name: string; normal: string; things: readonly Named[] };

/** Each known name → the things that it may name, and how sure it is of each: 0 is surest. */
type Named = readonly [thing: string, rank: number];
const THINGS = new Map<string, Named[]>();
for (const [thing, names] of Object.entries(KNOWN_HEADERS)) {
  for (const [rank, name] of names.split(", ").entries()) {
    const normal = normaliseHeader(name);
    const known = THINGS.get(normal) ?? [];
    if (!known.some(([other]) => other === thing)) known.push([thing, rank]);
    THINGS.set(normal, known);
  }
}

function distance(column: Column, target: Target): number {
  if (column.name.trim() === target.name) return 0;
  if (column.normal === target.normal) return 1;
  // A field "Name" may mean the first name or the whole one: the rank of its own name counts too.
  const ranks = (THINGS.get(column.normal) ?? []).flatMap(([thing, rank]) =>
    target.things.filter(([other]) => other === thing).map(([, own]) => rank + own),
  );
  return 2 + Math.min(...ranks);
}
