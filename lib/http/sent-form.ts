import { createHash } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { sentForms } from "#db/schema.ts";

/*
 * A form that is sent twice by a double press makes one thing. The button alone cannot see to that: without JavaScript,
 * and before it has come, a browser sends what is pressed twice twice. So the page draws such a form with a word of its
 * own, and what the first one made is the answer to the second.
 */

/** A press that comes later than this after the first one means another. */
const DOUBLE_PRESS_SECONDS = 30;

/** A hash of who sent a form, the word it was drawn with, and the answers: other answers are another form. */
export type SentForm = string | undefined;

/** Undefined for a form without such a word: each press on its button counts. */
export function sentForm({ staffId }: { staffId: number | null }, answers: { once?: string }): SentForm {
  if (!answers.once) return undefined;
  return createHash("sha256")
    .update(JSON.stringify([staffId, answers]))
    .digest("hex");
}

/** What this form has made already, in a transaction that is over; null when nothing. */
export async function madeBefore(sent: SentForm, tx: Pick<Tx, "select"> = db): Promise<number | null> {
  if (sent === undefined) return null;
  const [row] = await tx
    .select({ made: sentForms.made })
    .from(sentForms)
    .where(and(eq(sentForms.id, sent), gt(sentForms.sentAt, longAgo)));
  return row?.made ?? null;
}

/**
 * Makes what the form asks for, and answers its id; the second time (`again`) the id of what the first one made. Of two
 * at once one waits for the other's transaction, and one that fails leaves no trace.
 */
export async function madeOnce(
  tx: Tx,
  sent: SentForm,
  make: () => Promise<number>,
): Promise<{ id: number; again: boolean }> {
  if (sent === undefined) return { id: await make(), again: false };
  const mine = await tx
    .insert(sentForms)
    .values({ id: sent })
    .onConflictDoUpdate({
      target: sentForms.id,
      set: { sentAt: sql`now()`, made: null },
      setWhere: sql`${sentForms.sentAt} <= ${longAgo}`,
    })
    .returning({ id: sentForms.id });
  const before = mine.length === 0 ? await madeBefore(sent, tx) : null;
  if (before !== null) return { id: before, again: true };
  const made = await make();
  await tx.update(sentForms).set({ made }).where(eq(sentForms.id, sent));
  await forgetOld(tx);
  return { id: made, again: false };
}

const longAgo = sql`now() - make_interval(secs => ${DOUBLE_PRESS_SECONDS})`;

/** Those that another transaction is at are forgotten by the next one. */
async function forgetOld(tx: Tx): Promise<void> {
  await tx.execute(sql`
    delete from sent_forms where id in
      (select id from sent_forms where sent_at <= ${longAgo} for update skip locked)`);
}
