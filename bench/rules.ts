import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Person } from "#lib/staff/permissions.ts";
import { call } from "./support/api.ts";
import { fillProfile } from "./support/fill-profile.ts";
import type { Installation } from "./support/installation.ts";
import { p95 } from "./support/p95.ts";
import type { Bench, Result } from "./support/result.ts";

const TRIES = 11;
/** Growth is measured against a profile so many times as large. */
const TIMES = 5;

const TYPED = {
  all: [
    { field: "Orders", op: ">", value: 20 },
    { field: "Birthday", op: "between", value: ["1970-01-01", "1995-12-31"] },
    { field: "Subscribed", op: "yes" },
  ],
};
const CONTAINS = {
  all: [
    { field: "City", op: "contains", value: "ago" },
    { field: "Orders", op: ">", value: 20 },
    { field: "Subscribed", op: "yes" },
  ],
};
/** 20 conditions in 3 levels. */
const NESTED = {
  any: Array.from({ length: 4 }, (_, n) => ({
    all: [
      { field: "Orders", op: ">=", value: n * 5 },
      { field: "Plan", op: "is not", value: "Free" },
      {
        any: [
          { field: "City", op: "is", value: "lima" },
          { field: "Spent", op: "between", value: [n * 100, n * 100 + 50] },
          { field: "Birthday", op: "anniversary month" },
        ],
      },
    ],
  })),
};

/** Virtual profiles: counts against SQL written by hand, deep rules, and previews of many people at once. */
export const rulesBench: Bench = async ({ installation, rows }) => {
  const { key, table, column } = await fillProfile(installation, { name: "Bench", rows });
  const count = countOf(installation, key);
  const byHand = `select count(*) from ${table} where ${column.Orders} > 20
    and ${column.Birthday} between '1970-01-01' and '1995-12-31' and ${column.Subscribed}`;
  const [typed, floor] = await inTurns(count(TYPED), installation, byHand);
  const contains = await times(TRIES, count(CONTAINS));
  const nested = await times(TRIES, count(NESTED));
  const preview = await previewsOfTen(installation, key);
  return [
    ratio("rules count of three", rows, typed, floor),
    atMost("rules count of three typed", rows, median(typed), 150),
    atMost("rules count with contains", rows, median(contains), 500),
    atMost("rules count of twenty in three levels", rows, median(nested), 1000),
    { ...atMost("rules preview, ten people", rows, p95(preview), 300), p95ms: p95(preview) },
  ];
};

/** How the same counts grow with the profile. Only members are read, so nobody is in the repository. */
export const rulesGrowthBench: Bench = async ({ installation, rows }) => {
  const small = await fillProfile(installation, { name: "Bench", rows, people: false });
  const large = await fillProfile(installation, { name: "Large", rows: rows * TIMES, people: false });
  const results: Result[] = [];
  for (const [name, rules] of Object.entries({ typed: TYPED, contains: CONTAINS, nested: NESTED })) {
    const before = median(await times(TRIES, countOf(installation, small.key)(rules)));
    const after = median(await times(TRIES, countOf(installation, large.key)(rules)));
    results.push(grows(`rules growth, ${name}`, rows, before * TIMES, after));
  }
  return results;
};

const countOf = (installation: Installation, key: string) => (rules: object) => () =>
  call(installation, "POST", `/api/v1/profiles/${key}/count`, JSON.stringify({ rules }), "application/json");

/** The product's count and the statement by hand, by turns, so that both see the same machine. */
async function inTurns(count: () => Promise<unknown>, { databaseUrl }: Installation, byHand: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let turn = 0; turn < TRIES; turn++) {
    ours.push(...(await times(1, count)));
    theirs.push(...(await times(1, () => client.query(byHand))));
  }
  await client.end();
  return [ours, theirs] as const;
}

const PEOPLE = 10;
const LOOKS = 12;
/** How long somebody takes from one change of the rules to the next: the fastest who type and read. */
const BETWEEN_MS = 3000;

/** Ten people change rules and see count and sample after each change, as the builder asks for them. */
async function previewsOfTen({ databaseUrl }: Installation, key: string): Promise<number[]> {
  process.env.DATABASE_URL = databaseUrl;
  const { profileByKey } = await import("#lib/profiles/queries.ts");
  const { countAndSample } = await import("#lib/virtual/count-and-sample.ts");
  const { parseRule } = await import("#lib/rules/parse-rule.ts");
  const { pool } = await import("#db/client.ts");
  const source = await profileByKey(SOMEBODY, key);
  const all: number[] = [];
  await Promise.all(
    Array.from({ length: PEOPLE }, async (_, somebody) => {
      await sleep((somebody * BETWEEN_MS) / PEOPLE);
      for (let look = 0; look < LOOKS; look++) {
        // Every third look is for somebody whom nobody is.
        const spent = look % 3 === 0 ? { op: "<", value: 0 } : { op: ">", value: look * 10 + somebody };
        const rule = parseRule({ all: [...TYPED.all, { field: "Spent", ...spent }] });
        const begun = performance.now();
        await countAndSample(SOMEBODY, source, rule);
        all.push(performance.now() - begun);
        // Nobody keeps time: an even stride would let them never meet, or always.
        await sleep(BETWEEN_MS * (0.5 + ((somebody * 7 + look * 3) % 10) / 10));
      }
    }),
  );
  await pool.end();
  return all;
}

const SOMEBODY: Person = {
  kind: "key",
  id: 1,
  staffId: null,
  apiKeyId: null,
  name: "bench",
  role: "editor",
  mayExport: false,
};

async function times(tries: number, ask: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let turn = 0; turn < tries; turn++) {
    const begun = performance.now();
    await ask();
    all.push(performance.now() - begun);
  }
  return all;
}

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.ceil(all.length / 2) - 1] ?? Number.NaN;

function ratio(name: string, rows: number, ours: readonly number[], floor: readonly number[]): Result {
  const found = median(ours) / median(floor);
  return {
    name,
    rows,
    seconds: median(ours) / 1000,
    floorSeconds: median(floor) / 1000,
    ratio: found,
    target: "at most 1.3 × the same by hand",
    met: found <= 1.3,
  };
}

const atMost = (name: string, rows: number, ms: number, most: number): Result => ({
  name,
  rows,
  seconds: ms / 1000,
  target: `at most ${most} ms`,
  met: ms <= most,
});

/** A tenth more than in proportion is what a machine's own noise makes. */
const grows = (name: string, rows: number, floorMs: number, ms: number): Result => ({
  name,
  rows: rows * TIMES,
  seconds: ms / 1000,
  floorSeconds: floorMs / 1000,
  ratio: ms / floorMs,
  target: `at most in proportion to the rows`,
  met: ms <= floorMs * 1.1,
});
