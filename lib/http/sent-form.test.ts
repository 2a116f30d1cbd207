import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { sentForms } from "#db/schema.ts";
import { madeBefore, madeOnce, sentForm } from "./sent-form.ts";

const ada = { staffId: 1 };
let word = 0;
const fresh = () => sentForm(ada, { once: `word ${word++}` });

/** What is made has the next number. */
function maker() {
  const made: number[] = [];
  const make = async () => {
    made.push(made.length + 1);
    return made.length;
  };
  return { made, send: (sent = fresh()) => db.transaction((tx) => madeOnce(tx, sent, make)) };
}

it("is the same form only from the same person, with the same word and the same answers", () => {
  const sent = { once: "word", name: "Shop" };
  expect(sentForm(ada, { ...sent })).toBe(sentForm(ada, sent));
  const others = [
    sentForm({ staffId: 2 }, sent),
    sentForm(ada, { ...sent, once: "w" }),
    sentForm(ada, { ...sent, name: "S" } as typeof sent),
  ];
  expect(others).not.toContain(sentForm(ada, sent));
  expect(sentForm(ada, { once: "" })).toBeUndefined();
});

it("makes one of a form that comes twice, also at once, and answers both with it", async () => {
  const { made, send } = maker();
  const sent = fresh();
  expect(await madeBefore(sent)).toBeNull();
  const answers = await Promise.all([send(sent), send(sent), send(sent)]);
  expect(answers.map(({ id }) => id)).toEqual([1, 1, 1]);
  expect(answers.filter(({ again }) => again)).toHaveLength(2);
  expect(await madeBefore(sent)).toBe(1);
  expect(made).toEqual([1]);
});

it("takes a form that failed as one that never came", async () => {
  const { send } = maker();
  const sent = fresh();
  const failing = db.transaction((tx) => madeOnce(tx, sent, () => Promise.reject(new Error("no room"))));
  await expect(failing).rejects.toThrow("no room");
  expect(await send(sent)).toEqual({ id: 1, again: false });
});

it("takes it for another one half a minute later, and forgets the first", async () => {
  const { send } = maker();
  const sent = fresh();
  await send(sent);
  await db.update(sentForms).set({ sentAt: new Date(Date.now() - 31_000) });
  expect(await madeBefore(sent)).toBeNull();
  expect(await send(sent)).toEqual({ id: 2, again: false });
  await db.update(sentForms).set({ sentAt: new Date(Date.now() - 31_000) });
  await send();
  expect(await db.select().from(sentForms)).toHaveLength(1);
});

it("makes each time what comes with no word", async () => {
  const { made } = maker();
  for (const _ of [1, 2]) await db.transaction((tx) => madeOnce(tx, undefined, async () => made.push(0)));
  expect(made).toEqual([0, 0]);
});
