import { csvRecord } from "#lib/export/formula-safe.ts";
import { type DemoPerson, personOf } from "./people.ts";
import type { DemoProfile } from "./profiles.ts";
import { randomFrom } from "./random.ts";

/** So many of the rows cannot be taken, and so many come twice. */
const BAD_SHARE = 0.004;
const TWICE_SHARE = 0.002;

/** The people of these numbers as a file, with such rows between them as real files have. */
export function fileOf(profile: DemoProfile, [from, to]: readonly [number, number], now: number): Buffer {
  const { key, columns } = profile;
  const random = randomFrom(from * 31 + to);
  const lines = [csvRecord([key.name, ...columns.map(({ name }) => name)])];
  for (let number = from; number < to; number++) {
    const person = personOf(number, now);
    lines.push(record(profile, person, person[key.of]));
    const chance = random();
    if (chance < BAD_SHARE) lines.push(record(profile, person, badKey(person[key.of], random())));
    else if (chance < BAD_SHARE + TWICE_SHARE) lines.push(lines.at(-1) ?? "");
  }
  return Buffer.from(lines.join(""));
}

const record = ({ columns }: DemoProfile, person: DemoPerson, key: string): string =>
  csvRecord([key, ...columns.map(({ of }) => person[of])]);

/** An address or a number as people mistype it. */
function badKey(key: string, chance: number): string {
  if (chance < 0.3) return "";
  if (!key.includes("@")) return key.slice(0, 7);
  return chance < 0.6 ? key.replace("@", " at ") : key.replace(/@.*/, "@");
}
