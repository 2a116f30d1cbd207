import type { ImportAction } from "./import.ts";

/*
 * What an import is to do, said a second time: three maps, and no SQL. The tests hold the product against it.
 */

export const FIELDS = ["City", "Spent", "Phone"] as const;
export type Field = (typeof FIELDS)[number];
export type Values = Record<Field, string | null>;
export type People = Map<string, number>;
export type Members = Map<string, Values>;

/** One line as the file has it, or as a person corrected it. */
export type Line = { key: string; cells: Record<Field, string>; corrected?: true };
export type Mode = "always" | "empty" | "out";
export type Wish = { action: ImportAction; blankErases: boolean; modes: Record<Field, Mode>; lines: Line[] };

/** What is there before: the profile with the fields of it that must not be empty, and who was erased. */
export type Audience = { members: Members; required: readonly Field[]; erased: ReadonlySet<string> };

/** Which cells of the key are somebody's, and why others are nobody's. */
export type Keys = { keyOf(written: string): string | null; reasonOf(written: string): string };

export type Prediction = {
  counts: { read: number; new: number; updated: number; unchanged: number; duplicate: number; rejected: number };
  review: {
    newContacts: number;
    unsubscribed: number;
    bounced: number;
    leaving: number;
    rejected: Record<string, number>;
    warnings: Record<string, number>;
    /** Of how many members each field changes. */
    changes: Partial<Record<Field, number>>;
  };
  people: People;
  members: Members;
};

export function predict(people: People, audience: Audience, wish: Wish, keys: Keys): Prediction {
  const { members } = audience;
  const { read, duplicate, rejected, warnings, last } = readLines(wish, keys, audience);
  const outcome = wish.action === "unsubscribe" ? unsubscribe(people, members, last) : bring(members, last, wish);
  const statuses = [...last.keys()].map((key) => people.get(key));
  const leaving = wish.action === "overwrite" ? [...members.keys()].filter((key) => !last.has(key)) : [];
  const after = new Map(people);
  for (const key of last.keys()) {
    if (wish.action === "unsubscribe") after.set(key, 1);
    else if (!after.has(key)) after.set(key, 0);
  }
  return {
    counts: { read, ...outcome.counts, duplicate, rejected: sum(rejected) },
    review: {
      newContacts: statuses.filter((status) => status === undefined).length,
      unsubscribed: statuses.filter((status) => status === 1).length,
      bounced: statuses.filter((status) => status === 2).length,
      leaving: leaving.length,
      rejected,
      warnings,
      changes: outcome.changes,
    },
    people: after,
    members: new Map([...outcome.members].filter(([key]) => !leaving.includes(key))),
  };
}

export const isBlank = ({ key, cells, corrected }: Line): boolean =>
  !corrected && key === "" && Object.values(cells).every((cell) => cell === "");

/** An Unsubscribe asks a file only who is meant. */
const looksAt = ({ action, modes }: Pick<Wish, "action" | "modes">, field: Field): boolean =>
  action !== "unsubscribe" && modes[field] !== "out";

/** Why a line is rejected; null when it goes in. */
export function refusalOf(
  { key: written, cells }: Line,
  wish: Omit<Wish, "lines">,
  keys: Keys,
  { members, required, erased }: Audience,
): string | null {
  const key = keys.keyOf(written);
  if (key === null) return keys.reasonOf(written);
  if (erased.has(key)) return "erased";
  if (looksAt(wish, "Spent") && cells.Spent === "oops") return "number";
  if (wish.action === "unsubscribe") return null;
  const brought = required.filter((field) => looksAt(wish, field));
  if (wish.action !== "append-or-update") return lackIn(cells, brought);
  // A blank cell leaves a member's value alone, unless it erases. Who is new has none.
  const erases = (field: Field) => wish.blankErases && wish.modes[field] === "always";
  const lack = lackIn(cells, brought.filter(erases));
  if (lack !== null || members.has(key)) return lack;
  return lackIn(cells, brought) ?? (brought.length < required.length ? "required_column" : null);
}

/** Whether a file without these columns is of no use at all. */
export const isRefused = ({ action, modes }: Wish, required: readonly Field[]): boolean =>
  (action === "append" || action === "overwrite") && required.some((field) => modes[field] === "out");

/** What is missing where nothing may be. A phone that is left empty with a warning is missing too. */
function lackIn(cells: Line["cells"], fields: readonly Field[]): string | null {
  for (const field of fields) {
    if (cells[field] === "") return "required";
    if (isWithoutCountry(field, cells)) return "phone_country";
  }
  return null;
}

const isWithoutCountry = (field: Field, cells: Line["cells"]) => field === "Phone" && cells.Phone === "912345678";

function readLines(wish: Wish, keys: Keys, audience: Audience) {
  const last: Members = new Map();
  const rejected: Record<string, number> = {};
  const warnings: Record<string, number> = {};
  let read = 0;
  let duplicate = 0;
  for (const line of wish.lines) {
    const { key: written, cells } = line;
    if (isBlank(line)) continue; // a blank row is none
    read++;
    const refusal = refusalOf(line, wish, keys, audience);
    const key = keys.keyOf(written);
    if (refusal !== null || key === null) count(rejected, refusal ?? "");
    else {
      const noCountry = looksAt(wish, "Phone") && isWithoutCountry("Phone", cells);
      if (noCountry) count(warnings, "phone_country");
      if (last.has(key)) duplicate++;
      last.set(key, {
        City: cells.City || null,
        Spent: cells.Spent || null,
        Phone: noCountry ? null : cells.Phone || null,
      });
    }
  }
  return { read, duplicate, rejected, warnings, last };
}

type Outcome = {
  counts: { new: number; updated: number; unchanged: number };
  changes: Partial<Record<Field, number>>;
  members: Members;
};

function unsubscribe(people: People, members: Members, last: Members): Outcome {
  const counts = { new: 0, updated: 0, unchanged: 0 };
  for (const key of last.keys()) {
    const status = people.get(key);
    counts[status === undefined ? "new" : status === 1 ? "unchanged" : "updated"]++;
  }
  return { counts, changes: {}, members };
}

function bring(members: Members, last: Members, wish: Wish): Outcome {
  const counts = { new: 0, updated: 0, unchanged: 0 };
  const changes: Partial<Record<Field, number>> = {};
  const after: Members = new Map(members);
  for (const [key, row] of last) {
    const member = members.get(key);
    const merged = Object.fromEntries(FIELDS.map((field) => [field, merge(field, member, row, wish)])) as Values;
    const changed = member ? FIELDS.filter((field) => !same(field, member[field], merged[field])) : [];
    counts[member === undefined ? "new" : changed.length > 0 ? "updated" : "unchanged"]++;
    for (const field of changed) changes[field] = (changes[field] ?? 0) + 1;
    // 1.0 in the place of 1 is no change, and leaves it written as it was; an Overwrite writes what the file has.
    const kept = member !== undefined && changed.length === 0 && wish.action !== "overwrite";
    after.set(key, kept ? member : merged);
  }
  return { counts, changes, members: after };
}

function merge(field: Field, member: Values | undefined, row: Values, { action, modes, blankErases }: Wish) {
  const brought = modes[field] === "out" ? null : row[field];
  if (member === undefined || action === "overwrite") return brought;
  if (action === "append" || modes[field] === "out") return member[field];
  if (modes[field] === "empty") return member[field] ?? brought;
  return blankErases ? brought : (brought ?? member[field]);
}

/** 1 and 1.0 are one number. */
function same(field: Field, one: string | null, other: string | null): boolean {
  if (one === null || other === null || field !== "Spent") return one === other;
  return Number(one) === Number(other);
}

const count = (counts: Record<string, number>, reason: string) => {
  counts[reason] = (counts[reason] ?? 0) + 1;
};

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, each) => total + each, 0);
