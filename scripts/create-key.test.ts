import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { apiKeys } from "#db/schema.ts";
import { personOfKey } from "#lib/staff/api-keys.ts";
import { ROOT } from "./root.ts";

function createKey(args: string[], env: Record<string, string> = {}) {
  const script = join(ROOT, "scripts/create-key.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

it("prints a key that works, alone on its line", async () => {
  const { status, stdout, stderr } = createKey(["--name", "Shop", "--role", "editor"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^rb_[A-Za-z0-9_-]{43}\n$/);
  expect(await personOfKey(stdout.trim())).toMatchObject({
    name: "Shop",
    role: "editor",
    mayExport: true,
    staffId: null,
  });
});

it.each([
  [[], /Give the key a name: npm run create-key/],
  [["--name", "Shop"], /Choose the role of the key: npm run create-key/],
  [["--name", "Shop", "--role", "owner"], /Choose the role/],
  [["--name", " ", "--role", "viewer"], /1 to 100 characters/],
  [["--nam", "Shop"], /Unknown option '--nam'/],
  [["Shop"], /positional/],
])("says how it is used after %j", async (args, words) => {
  const before = await db.$count(apiKeys);
  const { status, stdout, stderr } = createKey(args);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(words);
  expect(stderr).not.toContain("at ");
  expect(await db.$count(apiKeys)).toBe(before);
});

it.each<[string, Record<string, string>, RegExp]>([
  [
    "no installation",
    { DATABASE_URL: "", DATA_DIR: "/nowhere" },
    /There is no installation in \/nowhere\. Start it first/,
  ],
  ["nothing that runs", { DATABASE_URL: "postgresql://x:y@127.0.0.1:1/x" }, /cannot be reached\. Start it first/],
  ["a setting that is wrong", { DATABASE_URL: "x" }, /DATABASE_URL has a value that does not fit/],
])("says in a sentence that there is %s", (_, env, words) => {
  const { status, stdout, stderr } = createKey(["--name", "Shop", "--role", "viewer"], env);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(words);
  expect(stderr.trim()).not.toContain("\n");
});
