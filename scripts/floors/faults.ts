import type { Floor } from "./floor-table.ts";

/** What of package-lock.json is looked at. */
export type Lockfile = { packages: Record<string, { version?: string }> };

/** What is wrong with the installed versions of one package, in a sentence each. */
export function faults(entry: Floor, lock: Lockfile): string[] {
  const versions = versionsOf(entry.name, lock);
  if ("never" in entry) return versions.map((version) => `${entry.name} ${version} is banned: ${entry.never}`);
  return versions
    .filter((version) => version !== entry.waits?.until && isBelow(version, entry.floor))
    .map((version) => `${entry.name} ${version} is below ${entry.floor}: ${entry.why}`);
}

/** Of every copy, however deep. */
export function versionsOf(name: string, { packages }: Lockfile): string[] {
  return Object.entries(packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .flatMap(([, { version }]) => version ?? []);
}

/** By numbers, not letters; a preview (4.6.6-beta.1) comes before what it previews. */
function isBelow(version: string, floor: string): boolean {
  const [numbers = "", preview] = version.split("-", 2);
  const order = compare(numbers.split(".").map(Number), floor.split(".").map(Number));
  return order < 0 || (order === 0 && preview !== undefined);
}

function compare(left: number[], right: number[]): number {
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
