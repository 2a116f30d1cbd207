import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { holderOf, LockHeld, takeLock } from "./process-lock.mjs";

let folder: string;
const others: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rollbook-lock-"));
});

afterEach(async () => {
  for (const other of others.splice(0)) await killed(other);
  rmSync(folder, { recursive: true });
});

it("is held by one, and free again when that one lets go", async () => {
  const lock = await takeLock(folder);
  expect(holderOf(folder)).toBe(process.pid);
  await expect(takeLock(folder, { waitMs: 0 })).rejects.toEqual(new LockHeld(process.pid));
  lock.release();
  expect(holderOf(folder)).toBeNull();
});

it("is refused while another process holds it, with that one's pid", async () => {
  const other = await holder();
  await expect(takeLock(folder, { waitMs: 0 })).rejects.toMatchObject({ pid: other.pid });
});

it("is waited for, and says once for whom", async () => {
  const other = await holder();
  const waitedFor: number[] = [];
  const taking = takeLock(folder, { waitMs: 10_000, onWait: (pid) => waitedFor.push(pid) });
  await expect.poll(() => waitedFor).toEqual([other.pid]);
  await killed(other);
  (await taking).release();
  expect(waitedFor).toHaveLength(1);
});

it("is free when its holder was killed", async () => {
  await killed(await holder());
  (await takeLock(folder, { waitMs: 0 })).release();
});

it("is not taken for held because the holder's number went to another process", async () => {
  writeFileSync(join(folder, `${process.pid}-1-00000000`), "");
  (await takeLock(folder, { waitMs: 0 })).release();
});

it("goes to no more than one of many who come at the same moment", async () => {
  const told = await Promise.all(Array.from({ length: 8 }, () => contender(0)));
  const holders = told.filter((word) => word === "held");
  expect(holders.length).toBeLessThanOrEqual(1);
  expect(holderOf(folder) === null).toBe(holders.length === 0);
});

/** A process that holds the lock. */
async function holder(): Promise<ChildProcess> {
  expect(await contender(10_000)).toBe("held");
  return others.at(-1) as ChildProcess;
}

/** What a process of its own says that tries: held (and stays), or refused. */
async function contender(waitMs: number): Promise<string> {
  const source = `
    import { takeLock } from ${JSON.stringify(new URL("./process-lock.mjs", import.meta.url).href)};
    try {
      await takeLock(${JSON.stringify(folder)}, { waitMs: ${waitMs} });
      console.log("held");
      setInterval(() => {}, 1000);
    } catch {
      console.log("refused");
    }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  others.push(child);
  const [word] = await once(child.stdout, "data");
  return String(word).trim();
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}
