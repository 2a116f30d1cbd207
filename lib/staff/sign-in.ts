import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { staff } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import { isPassword } from "./password.ts";
import { startSession } from "./session.ts";
import { countTry, forgiveTry } from "./slowdown.ts";

/**
 * Checks an email and a password, and answers with the token of a new session. `place` is the network address it comes
 * from. Throws Problem `unauthenticated`/`wrong_credentials`, the same and after the same time whether there is such an
 * account, it is disabled, or the password is wrong; or `forbidden`/`too_many_tries`.
 */
export async function signIn({ email, password, place }: { email: string; password: string; place: string }) {
  await countTry(email, place);
  const person = await accountOf(email);
  const matches = await isPassword(person?.passwordHash ?? null, password);
  if (!person || !matches || person.disabledAt) {
    throw new Problem(
      "unauthenticated",
      "wrong_credentials",
      "Email or password is wrong. Try again, or ask an administrator.",
    );
  }
  await forgiveTry(email, place);
  await db.update(staff).set({ lastSignInAt: sql`now()` }).where(eq(staff.id, person.id));
  return startSession(person);
}

async function accountOf(email: string) {
  const [row] = await db
    .select()
    .from(staff)
    .where(and(eq(sql`lower(${staff.email})`, email.trim().toLowerCase())));
  return row ?? null;
}
