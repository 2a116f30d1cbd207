import { pick } from "#scripts/demo/random.ts";

/** What a profile holds, by key: the values of Name and Spent. */
export type Content = Map<string, { name: string | null; spent: string | null }>;

export type Action = "append" | "append-or-update" | "overwrite";

/** A file, and what must have become of it once it is in: told by this file alone, not by the product's code. */
export type ImportFile = {
  reference: string;
  action: Action;
  text: string;
  /** The log's counts of it, by what the profile held before. */
  countsOver(before: Content): Record<Count, number>;
  applyTo(before: Content): Content;
  /** The same rows in the opposite order, of which no key is there twice. */
  reversed(reference: string): ImportFile;
  /** The same people for a profile whose field Spent is gone. */
  withoutSpent(reference: string): ImportFile;
};

type Count = "read" | "rejected" | "duplicate" | "new" | "updated" | "unchanged";
type Row = [key: string, name: string, spent: string];
type Asked = { action: Action; reference: string };

/** Rows of people named after `who`: numbers `from` to `to`, in any order, with a few that are twice there, wrong or blank. */
export function makeFile(
  random: () => number,
  { who, from, to, action, reference }: Asked & { who: string; from: number; to: number },
): ImportFile {
  const numbers = shuffle(
    random,
    Array.from({ length: to - from }, (_, at) => from + at),
  );
  const rows: Row[] = [];
  for (const number of numbers) {
    const chance = random();
    if (chance < 0.01) {
      rows.push([`no address ${number}`, "Nobody", "1"]);
      continue;
    }
    const name = pick(random, NAMES);
    const row: Row = [`${who}${number}@example.com`, name && `${name} of ${reference}`, spent(random)];
    if (chance < 0.02) rows.push([row[0], "Earlier", "1"]);
    rows.push(row);
  }
  return fileOf(rows, { action, reference }, true);
}

function fileOf(rows: readonly Row[], { action, reference }: Asked, hasSpent: boolean): ImportFile {
  const good = rows.filter(([key]) => key.includes("@"));
  const brought: Content = new Map(
    good.map(([key, name, amount]) => [key, { name: name || null, spent: (hasSpent && amount) || null }]),
  );
  /** The field goes before the first file without it comes. */
  const seen = (before: Content): Content =>
    hasSpent ? before : new Map([...before].map(([key, { name }]) => [key, { name, spent: null }]));
  const applyTo = (before: Content) => apply(action, brought, seen(before));
  const columns = hasSpent ? 3 : 2;
  const lines = [["email", "name", "spent"], ...rows].map((row) => row.slice(0, columns).join(","));
  return {
    reference,
    action,
    text: `${lines.join("\n")}\n`,
    countsOver: (before) => ({
      read: rows.length,
      rejected: rows.length - good.length,
      duplicate: good.length - brought.size,
      ...changes(brought, seen(before), applyTo(before)),
    }),
    applyTo,
    reversed: (name) => fileOf(uniqueOf(rows).reverse(), { action, reference: name }, hasSpent),
    withoutSpent: (name) => fileOf(rows, { action, reference: name }, false),
  };
}

function apply(action: Action, brought: Content, before: Content): Content {
  if (action === "overwrite") return brought;
  const after: Content = new Map(before);
  for (const [key, values] of brought) {
    const old = before.get(key);
    if (!old) after.set(key, values);
    else if (action === "append-or-update")
      after.set(key, { name: values.name ?? old.name, spent: values.spent ?? old.spent });
  }
  return after;
}

/** How many of those that the file brings are new, changed, or as they were. */
function changes(brought: Content, before: Content, after: Content) {
  const count = { new: 0, updated: 0, unchanged: 0 };
  for (const key of brought.keys()) {
    const [old, now] = [before.get(key), after.get(key)];
    if (!old) count.new++;
    else if (old.name === now?.name && old.spent === now.spent) count.unchanged++;
    else count.updated++;
  }
  return count;
}

/** Each key as it comes last. */
const uniqueOf = (rows: readonly Row[]): Row[] => [...new Map(rows.map((row) => [row[0], row])).values()];

const NAMES = ["Ana", "José", "Mía", "Zoë", "João", "Łukasz", "Noé", ""];

/** Whole numbers: as PostgreSQL writes them back. */
const spent = (random: () => number): string => (random() < 0.1 ? "" : String(Math.floor(random() * 1000)));

function shuffle(random: () => number, numbers: number[]): number[] {
  for (let at = numbers.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [numbers[at], numbers[other]] = [numbers[other] as number, numbers[at] as number];
  }
  return numbers;
}
