import { isIPv6 } from "node:net";
import { and, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { signInFailures } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import { words } from "#lib/text/words.ts";
import { keyedHash } from "./hash.ts";
import { secret } from "./secret.ts";

/*
 * Guessing passwords is slowed, nobody is locked out. Failures are counted for an account from one place, for an account
 * from everywhere, and for a place; each count has some free tries, then a wait that doubles. Someone who signed in from
 * a place before does not wait there because others guess at the account elsewhere: what fails there has its own hundred.
 *
 * The table holds keyed hashes only: neither who was tried nor from where can be read from it.
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Milliseconds; `most`: how many may fail before there is only one try a day. */
type Limit = { free: number; longest: number; most: number; forgottenAfter: number };

/** NIST 800-63B: at most 100 guesses at an account in a row. */
const MOST_FOR_AN_ACCOUNT = 100;

const LIMITS = {
  /** Five tries, then 1, 2, 4, 8, 15, 15 … minutes. */
  accountAtPlace: { free: 5, longest: 15 * MINUTE, most: MOST_FOR_AN_ACCOUNT, forgottenAfter: 30 * DAY },
  /** From many places at once. */
  account: { free: 20, longest: 60 * MINUTE, most: MOST_FOR_AN_ACCOUNT, forgottenAfter: 30 * DAY },
  /** One password tried on many accounts; colleagues behind one address share this. */
  place: { free: 50, longest: 15 * MINUTE, most: Number.POSITIVE_INFINITY, forgottenAfter: 60 * MINUTE },
} as const satisfies Record<string, Limit>;

const KNOWN_FOR = 30 * DAY;

/** What is guessed at: the password of the account with this email, or the code of the member of staff with this id. */
export type Tried = string | number;

/**
 * Counts a try as failed before its password is looked at, so that many at once cannot slip by; `forgiveTry` takes a
 * good one out again. Throws Problem `forbidden`/`too_many_tries`, which is not counted and says how long to wait.
 * `place` is the network address.
 */
export async function countTry(tried: Tried, place: string, now = new Date()): Promise<void> {
  const subjects = await subjectsOf(tried, place);
  await db.transaction(async (tx) => {
    const counted = (await isKnown(tx, subjects.known, now))
      ? (["accountAtPlace", "place"] as const)
      : (["accountAtPlace", "account", "place"] as const);
    const hashes = counted.map((name) => subjects[name]).sort();
    await tx
      .insert(signInFailures)
      .values(hashes.map((subject) => ({ subject, failures: 0, lastAt: now })))
      .onConflictDoNothing();
    const rows = await tx
      .select()
      .from(signInFailures)
      .where(inArray(signInFailures.subject, hashes))
      .orderBy(signInFailures.subject)
      .for("update");

    const next: (typeof signInFailures.$inferInsert)[] = [];
    let wait = 0;
    for (const name of counted) {
      const row = rows.find(({ subject }) => subject === subjects[name]);
      const since = now.getTime() - (row?.lastAt.getTime() ?? 0);
      const failures = since >= LIMITS[name].forgottenAfter ? 0 : (row?.failures ?? 0);
      wait = Math.max(wait, waitAfter(failures, name) - since);
      next.push({ subject: subjects[name], failures: failures + 1, lastAt: now });
    }
    if (wait > 0) throw tooManyTries(wait);
    await tx
      .insert(signInFailures)
      .values(next)
      .onConflictDoUpdate({
        target: signInFailures.subject,
        set: { failures: sql`excluded.failures`, lastAt: sql`excluded.last_at` },
      });
  });
}

/** The try was good: the account begins anew, and the place is known from now on. */
export async function forgiveTry(tried: Tried, place: string, now = new Date()): Promise<void> {
  const subjects = await subjectsOf(tried, place);
  await db.delete(signInFailures).where(inArray(signInFailures.subject, [subjects.accountAtPlace, subjects.account]));
  await db
    .update(signInFailures)
    .set({ failures: sql`greatest(${signInFailures.failures} - 1, 0)` })
    .where(eq(signInFailures.subject, subjects.place));
  await db
    .insert(signInFailures)
    .values({ subject: subjects.known, failures: 0, lastAt: now })
    .onConflictDoUpdate({ target: signInFailures.subject, set: { lastAt: now } });
  await db.delete(signInFailures).where(lt(signInFailures.lastAt, new Date(now.getTime() - KNOWN_FOR)));
}

/** Milliseconds from the last failure to the next try. */
function waitAfter(failures: number, name: keyof typeof LIMITS): number {
  const { free, longest, most } = LIMITS[name];
  if (failures < free) return 0;
  if (failures >= most) return DAY;
  return Math.min(MINUTE * 2 ** (failures - free), longest);
}

async function isKnown(tx: Tx, subject: string, now: Date): Promise<boolean> {
  const lately = gt(signInFailures.lastAt, new Date(now.getTime() - KNOWN_FOR));
  const rows = await tx
    .select({ subject: signInFailures.subject })
    .from(signInFailures)
    .where(and(eq(signInFailures.subject, subject), lately));
  return rows.length > 0;
}

async function subjectsOf(tried: Tried, place: string) {
  const key = await secret("sign-in failures");
  const account = typeof tried === "string" ? tried.trim().toLowerCase() : tried;
  const network = networkOf(place);
  const hash = (...parts: (string | number)[]) => keyedHash(key, JSON.stringify(parts));
  return {
    accountAtPlace: hash("account at place", account, network),
    account: hash("account", account),
    place: hash("place", network),
    known: hash("known", account, network),
  };
}

/** One line has 2^64 addresses of IPv6: its first half stands for it. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter(Boolean).length;
  return [...groups, ...Array<string>(missing).fill("0"), ...(tail ?? "").split(":")].slice(0, 4).join(":");
}

function tooManyTries(wait: number): Problem {
  const minutes = Math.ceil(wait / MINUTE);
  const message =
    minutes >= 120
      ? words("Too many tries failed. Wait {hours, plural, one {an hour} other {# hours}}, then try again.", {
          hours: Math.ceil(minutes / 60),
        })
      : words("Too many tries failed. Wait {minutes, plural, one {a minute} other {# minutes}}, then try again.", {
          minutes,
        });
  return new Problem("forbidden", "too_many_tries", message);
}
