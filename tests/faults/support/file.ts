import { pick } from "#scripts/demo/random.ts";

/** What a profile holds, by key: the values of Name and Spent. */
export type Content = Map<string, { name: string | null; spent: string | null }>;

export type Action = "append" | "append-or-update" | "overwrite";

/** A file, and what must have become of it once it is in: told by this file alone, not by the product's code. */
export type ImportFile = {
  reference: string;
  action: Action;
  text: string;
  lines: { read: number; rejected: number; duplicate: number };
  applyTo(before: Content): Content;
};

type Row = [key: string, name: string, spent: string];

/** Rows of people named after `who`: numbers `from` to `to`, in any order, with a few that are twice there, wrong or blank. */
export function makeFile(
  random: () => number,
  { who, from, to, action, reference }: { who: string; from: number; to: number; action: Action; reference: string },
): ImportFile {
  const numbers = shuffle(
    random,
    Array.from({ length: to - from }, (_, at) => from + at),
  );
  const rows: Row[] = [];
  let [rejected, duplicate] = [0, 0];
  for (const number of numbers) {
    const chance = random();
    if (chance < 0.01) {
      rows.push([`no address ${number}`, "Nobody", "1"]);
      rejected++;
      continue;
    }
    const name = pick(random, NAMES);
    const row: Row = [`${who}${number}@example.com`, name && `${name} of ${reference}`, spent(random)];
    if (chance < 0.02) {
      rows.push([row[0], "Earlier", "1"]);
      duplicate++;
    }
    rows.push(row);
  }
  const good = rows.filter(([key]) => key.includes("@"));
  return {
    reference,
    action,
    text: `email,name,spent\n${rows.map((row) => row.join(",")).join("\n")}\n`,
    lines: { read: rows.length, rejected, duplicate },
    applyTo: (before) => apply(action, good, before),
  };
}

function apply(action: Action, rows: readonly Row[], before: Content): Content {
  const brought: Content = new Map(
    rows.map(([key, name, amount]) => [key, { name: name || null, spent: amount || null }]),
  );
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
