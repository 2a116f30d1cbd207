import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { staff } from "#db/schema.ts";
import { changeOwnPassword, editOwnAccount, ownAccount } from "./own-account.ts";
import type { Person } from "./permissions.ts";
import { personOfSession, startSession } from "./session.ts";
import { endOtherSessions, endOwnSession, ownSessions } from "./sessions.ts";
import { signIn } from "./sign-in.ts";
import { codeOf, forgetStaff, hire, PASSWORD, VISIT } from "./staff-for-tests.ts";

let ana: Person;
beforeEach(async () => {
  await forgetStaff();
  ana = await hire("Ana", "viewer");
});

const session = (person = ana) => startSession({ id: person.id, sessionVersion: 1 }, VISIT);
const NEW = "a quite different phrase";

describe("the own password", () => {
  it("changes for who knows the old one; every other session ends, and a new one begins here", async () => {
    const before = [await session(), await session()];
    const here = await changeOwnPassword(ana, { password: PASSWORD, newPassword: NEW }, VISIT);
    expect(await Promise.all(before.map((token) => personOfSession(token)))).toEqual([null, null]);
    expect(await personOfSession(here)).toMatchObject({ name: "Ana" });
    expect(await codeOf(signIn({ email: "ana@example.com", password: PASSWORD }, VISIT))).toBe("wrong_credentials");
    expect(await codeOf(signIn({ email: "ana@example.com", password: NEW }, VISIT))).toBeNull();
  });

  it("stays for who does not, and guessing it is slowed", async () => {
    const change = () => codeOf(changeOwnPassword(ana, { password: "guess", newPassword: NEW }, VISIT));
    const codes: (string | null)[] = [];
    for (let n = 0; n < 6; n++) codes.push(await change());
    expect(codes).toEqual([...Array(5).fill("wrong_password"), "too_many_tries"]);
  });

  it("must be a good one, and says at which question it is not", async () => {
    const change = changeOwnPassword(ana, { password: PASSWORD, newPassword: "password" }, VISIT);
    await expect(change).rejects.toMatchObject({ code: "weak_password", details: [{ path: "newPassword" }] });
  });

  it("is asked of nobody who has none", async () => {
    await db.update(staff).set({ passwordHash: null });
    expect(await codeOf(changeOwnPassword(ana, { password: "", newPassword: NEW }, VISIT))).toBe("no_password");
  });
});

it("keeps the own name and language", async () => {
  expect(await ownAccount(ana)).toMatchObject({ name: "Ana", language: null });
  await editOwnAccount(ana, { name: "Ana María", language: "es" });
  expect(await ownAccount(ana)).toMatchObject({ name: "Ana María", language: "es", email: "ana@example.com" });
});

describe("the own sessions", () => {
  it("are listed with browser and address, and the one of this request is marked", async () => {
    await session();
    const here = await session();
    const listed = await ownSessions(ana, here);
    expect(listed).toMatchObject([{ device: "Firefox on Linux", place: "203.0.113.7", here: true }, { here: false }]);
  });

  it("end one by one, or all others at once", async () => {
    const [one, two, here] = [await session(), await session(), await session()];
    const oldest = (await ownSessions(ana, here)).at(-1)?.id ?? "";
    await endOwnSession(ana, oldest);
    expect(await personOfSession(one)).toBeNull();
    expect(await codeOf(endOwnSession(ana, oldest))).toBe("session_not_found");
    await endOtherSessions(ana, here);
    expect(await personOfSession(two)).toBeNull();
    expect(await personOfSession(here)).not.toBeNull();
  });

  it("are nobody else's to see or end", async () => {
    const token = await session();
    const [mine] = await ownSessions(ana, token);
    const bea = await hire("Bea", "administrator");
    expect(await ownSessions(bea, token)).toEqual([]);
    expect(await codeOf(endOwnSession(bea, mine?.id ?? ""))).toBe("session_not_found");
    expect(await personOfSession(token)).not.toBeNull();
  });
});
