import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { staff } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import { isPassword } from "./password.ts";
import { authorize, type Person } from "./permissions.ts";
import { countTry, forgiveTry } from "./slowdown.ts";

/** The person's own row. */
export async function ownRow(person: Person): Promise<typeof staff.$inferSelect> {
  authorize(person, "account.own");
  const [row] = await db.select().from(staff).where(eq(staff.id, person.id));
  if (!row) throw new Error("The own account is not there.");
  return row;
}

/**
 * Asks for the password once more, before the ways to sign in are changed: whoever finds an open browser does not know
 * it. Guessing is slowed as at the sign-in. Throws Problem `wrong_password`, `no_password` or `too_many_tries`.
 */
export async function assertOwnPassword(person: Person, password: string): Promise<typeof staff.$inferSelect> {
  const row = await ownRow(person);
  if (row.passwordHash === null) {
    throw new Problem(
      "conflict",
      "no_password",
      "Your account has no password: you sign in through your organisation. An administrator can make a link that sets one.",
    );
  }
  const place = person.place ?? "";
  await countTry(row.email, place);
  if (!(await isPassword(row.passwordHash, password))) {
    const message = "This is not your password.";
    throw new Problem("invalid", "wrong_password", message, [{ path: "password", message }]);
  }
  await forgiveTry(row.email, place);
  return row;
}
