import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addressOf, type RunOptions } from "#tests/support/running.ts";
import { installation } from "./support/installation.ts";
import { privateClone } from "./support/private-clone.ts";

/*
 * In a clone that only its owner may enter: as an ordinary user, and as root, whose PostgreSQL runs as a user who cannot
 * go there. Whoever is not root tests as themselves alone.
 */

const NOBODY = 65_534;
const me = process.getuid?.() ?? NOBODY;
const people =
  me === 0
    ? [
        { who: "root", uid: 0 },
        { who: "an ordinary user", uid: NOBODY },
      ]
    : [{ who: "an ordinary user", uid: me }];

describe.each(people)("in a folder that only $who may enter, started as $who", ({ uid }) => {
  it("starts, stops and starts again on the same data", async () => {
    const clone = privateClone(uid);
    const { start } = installation(join(clone, "data"));
    const options: RunOptions = {
      command: [join(clone, "node_modules/node/bin/node"), "scripts/start.ts"],
      cwd: clone,
      ...(me === 0 ? { uid, gid: uid } : {}),
      env: { HOME: clone, DATA_DIR: "./data" },
    };
    const first = start(options);
    await addressOf(first);
    await first.stop();
    expect(first.output()).toMatch(
      uid === 0 ? /^PostgreSQL's user cannot enter this folder: the programs run from / : /^✓/,
    );

    const second = start(options);
    const address = await addressOf(second);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect(second.output()).not.toContain("Building");
    await second.stop();
  }, 240_000); // a copy of 900 MB comes first
});
