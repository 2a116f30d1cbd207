import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { signInFailures } from "#db/schema.ts";
import { countTry, forgiveTry } from "./slowdown.ts";

beforeEach(() => db.delete(signInFailures));

const HOME = "203.0.113.7";
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 9) + minutes * 60_000);

/** The words of a refusal, or null. */
async function fail(email: string, place: string, minutes: number): Promise<string | null> {
  try {
    await countTry(email, place, at(minutes));
    return null;
  } catch (error) {
    expect(error).toMatchObject({ kind: "forbidden", code: "too_many_tries" });
    return (error as Error).message;
  }
}

/** How many of `tries` fail at this moment before one is refused. */
async function failMany(tries: number, email: (n: number) => string, place: (n: number) => string, minutes: number) {
  let let_in = 0;
  for (let n = 0; n < tries; n++) if ((await fail(email(n), place(n), minutes)) === null) let_in++;
  return let_in;
}

const ana = () => "ana@example.com";
const home = () => HOME;

describe("an account from one place", () => {
  it("has five tries, then a wait that grows to a quarter of an hour and no further", async () => {
    expect(await failMany(200, ana, home, 0)).toBe(5);
    expect(await fail(ana(), HOME, 0)).toBe("Too many tries failed. Wait a minute, then try again.");
    let minutes = 0;
    for (const wait of [1, 2, 4, 8, 15, 15, 15]) {
      expect(await fail(ana(), HOME, minutes + wait - 0.01)).not.toBeNull();
      minutes += wait;
      expect(await fail(ana(), HOME, minutes)).toBeNull();
    }
    expect(await fail(ana(), HOME, minutes)).toBe("Too many tries failed. Wait 15 minutes, then try again.");
  });

  it("does not wait longer for trying while it waits", async () => {
    await failMany(50, ana, home, 0);
    expect(await fail(ana(), HOME, 1)).toBeNull();
  });

  it("begins anew after a good try", async () => {
    await failMany(5, ana, home, 0);
    await forgiveTry(ana(), HOME, at(0));
    expect(await failMany(200, ana, home, 0)).toBe(5);
  });

  it("does not begin anew a day later, but a month later", async () => {
    await failMany(10, ana, home, 0);
    expect(await failMany(200, ana, home, 24 * 60)).toBe(1);
    expect(await failMany(200, ana, home, 31 * 24 * 60)).toBe(5);
  });

  it("is the same account in capitals and with spaces", async () => {
    expect(await failMany(200, (n) => (n % 2 ? " ANA@example.com" : "ana@example.com"), home, 0)).toBe(5);
  });

  it("lets no more in when 40 try at the same moment", async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => fail(ana(), HOME, 0)));
    expect(answers.filter((words) => words === null)).toHaveLength(5);
  });

  it("is one place for all addresses of an IPv6 line", async () => {
    const line = ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2:0:5:0:9"];
    expect(await failMany(200, ana, (n) => line[n % line.length] as string, 0)).toBe(5);
    expect(await fail(ana(), "2001:db8:1:3::1", 0)).toBeNull();
  });

  it("holds nobody else up", async () => {
    await failMany(10, ana, home, 0);
    expect(await fail("bea@example.com", HOME, 0)).toBeNull();
    expect(await fail(ana(), "198.51.100.1", 0)).toBeNull();
  });
});

describe("an account from many places", () => {
  const anywhere = (n: number) => `198.51.${n >> 8}.${n & 255}`;

  it("has twenty tries, then waits", async () => {
    expect(await failMany(200, ana, anywhere, 0)).toBe(20);
  });

  it("is tried at most 100 times in a month of trying each minute, and then once a day", async () => {
    let minutes = 0;
    let count = 0;
    for (; count < 100; minutes += 20) if ((await fail(ana(), anywhere(count), minutes)) === null) count++;
    expect(await fail(ana(), "192.0.2.1", minutes + 22 * 60)).toMatch(/Wait [12] hours|Wait \d+ minutes/);
    expect(await fail(ana(), "192.0.2.1", minutes + 24 * 60)).toBeNull();
    expect(minutes).toBeGreaterThan(3 * 24 * 60);
  });

  it("does not hold up its owner where the owner has signed in before", async () => {
    await forgiveTry(ana(), HOME, at(0));
    await failMany(60, ana, anywhere, 1);
    expect(await fail(ana(), "192.0.2.1", 1)).not.toBeNull();
    expect(await failMany(200, ana, home, 1)).toBe(5);
  });

  it("is tried at most 100 times from where its owner has signed in, too, and then once a day", async () => {
    await forgiveTry(ana(), HOME, at(0));
    let minutes = 0;
    for (let count = 0; count < 100; minutes += 15) if ((await fail(ana(), HOME, minutes)) === null) count++;
    expect(await fail(ana(), HOME, minutes + 23 * 60)).not.toBeNull();
    expect(await fail(ana(), HOME, minutes + 24 * 60)).toBeNull();
    expect(await fail(ana(), HOME, minutes + 25 * 60)).toMatch(/^Too many tries failed\. Wait 23 hours/);
  });
});

describe("a place", () => {
  it("has fifty tries on whatever accounts, then waits, and an hour later begins anew", async () => {
    const anybody = (n: number) => `person${n}@example.com`;
    expect(await failMany(200, anybody, home, 0)).toBe(50);
    expect(await failMany(200, (n) => `other${n}@example.com`, home, 60)).toBe(50);
  });

  it("is not held up by those who sign in", async () => {
    for (let n = 0; n < 80; n++) {
      expect(await fail(`person${n}@example.com`, HOME, 0)).toBeNull();
      await forgiveTry(`person${n}@example.com`, HOME, at(0));
    }
  });
});

it("keeps neither emails nor addresses, and forgets after a month", async () => {
  await fail(ana(), HOME, 0);
  const rows = await db.select().from(signInFailures);
  expect(rows).toHaveLength(3);
  for (const row of rows) expect(row.subject).toMatch(/^[0-9a-f]{64}$/);

  await forgiveTry("bea@example.com", "192.0.2.1", at(31 * 24 * 60));
  expect(await db.select().from(signInFailures)).toHaveLength(1);
});
