import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { inTurn } from "./in-turn.ts";

test("one is asked after the other, whatever becomes of each", async () => {
  const heard: string[] = [];
  const ask = (name: string) => async () => {
    heard.push(`${name} begins`);
    await sleep(20);
    heard.push(`${name} ends`);
    if (name === "bad") throw new Error(name);
    return name;
  };
  const answers = await Promise.allSettled([inTurn(ask("a")), inTurn(ask("bad")), inTurn(ask("c"))]);
  expect(heard).toEqual(["a begins", "a ends", "bad begins", "bad ends", "c begins", "c ends"]);
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("a slow one lets the next begin beside it", async () => {
  let end = () => {};
  const slow = inTurn(() => new Promise<string>((done) => (end = () => done("slow"))));
  expect(await inTurn(async () => "quick")).toBe("quick");
  end();
  expect(await slow).toBe("slow");
});

test("who has gone is passed over", async () => {
  const gone = new AbortController();
  const asked: string[] = [];
  const first = inTurn(() => sleep(20));
  const second = inTurn(async () => asked.push("gone"), gone.signal);
  gone.abort();
  await expect(second).rejects.toThrow("abort");
  await first;
  expect(asked).toEqual([]);
});
