import type { ImportOrigin } from "#lib/imports/import.ts";
import type { ArrivalImport, Arrivals } from "./arrivals.ts";

/** `null`: no import; one at a time, by a form or the API. `gone`: by an import whose log is no more. */
export type OriginCount = { origin: ImportOrigin | "gone" | null; count: number };
export type ImportCount = { import: ArrivalImport | null; count: number };

/** Those who are here now by how they came, the most first. */
export function byOrigin({ added, imports }: Arrivals): OriginCount[] {
  const origins = new Map(imports.map(({ id, origin }) => [id, origin]));
  const counts = new Map<OriginCount["origin"], number>();
  for (const { importId, count } of added) {
    const origin = importId === 0 ? null : (origins.get(importId) ?? "gone");
    counts.set(origin, (counts.get(origin) ?? 0) + count);
  }
  return [...counts].map(([origin, count]) => ({ origin, count })).sort((a, b) => b.count - a.count);
}

/** Those who came with an import and are here now by that import, the most first. */
export function byImport({ added, imports }: Arrivals): ImportCount[] {
  const counts = new Map<number, number>();
  for (const { importId, count } of added) {
    if (importId > 0) counts.set(importId, (counts.get(importId) ?? 0) + count);
  }
  const known = new Map(imports.map((each) => [each.id, each]));
  return [...counts].map(([id, count]) => ({ import: known.get(id) ?? null, count })).sort((a, b) => b.count - a.count);
}
