import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { signInFailures, staff } from "#db/schema.ts";
import { hashPassword } from "./password.ts";
import { personOfSession } from "./session.ts";
import { signIn } from "./sign-in.ts";

const PASSWORD = "four words in a row";
const visit = { place: "203.0.113.7", device: "Firefox on Linux" };

beforeEach(async () => {
  await db.delete(staff);
  await db.delete(signInFailures);
  const passwordHash = await hashPassword(PASSWORD);
  await db.insert(staff).values({ email: "Ana@example.com", name: "Ana", passwordHash, role: "viewer" });
});

const failure = (email: string, password: string) =>
  signIn({ email, password }, visit).then(
    () => null,
    ({ kind, code, message, details }) => ({ kind, code, message, details }),
  );

it("signs in with the right password, however the email is capitalised", async () => {
  const done = await signIn({ email: " ANA@Example.com ", password: PASSWORD }, visit);
  expect(await personOfSession("session" in done ? done.session : "")).toMatchObject({ name: "Ana", role: "viewer" });
  const [row] = await db.select().from(staff);
  expect(row?.lastSignInAt).toBeInstanceOf(Date);
});

it("answers the same for a wrong password, an unknown account and a disabled one", async () => {
  const wrong = await failure("ana@example.com", `${PASSWORD} `);
  expect(wrong).toEqual({
    kind: "unauthenticated",
    code: "wrong_credentials",
    message: "Email or password is wrong. Try again, or ask an administrator.",
    details: [],
  });
  expect(await failure("nobody@example.com", PASSWORD)).toEqual(wrong);
  expect(await failure("ana@example.com' or true --", PASSWORD)).toEqual(wrong);
  await db.update(staff).set({ disabledAt: new Date() }).where(eq(staff.name, "Ana"));
  expect(await failure("ana@example.com", PASSWORD)).toEqual(wrong);
});

it("slows guessing at an account that is not there just the same", async () => {
  const codes = async (email: string) => {
    const answers = [];
    for (let n = 0; n < 7; n++) answers.push((await failure(email, "guess"))?.code);
    return answers;
  };
  expect(await codes("ana@example.com")).toEqual(await codes("nobody@example.com"));
});

it("does not look at the password while one has to wait", async () => {
  for (let n = 0; n < 5; n++) await failure("ana@example.com", "guess");
  expect(await failure("ana@example.com", PASSWORD)).toMatchObject({ code: "too_many_tries" });
});
