import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readManifest } from "#scripts/backup/manifest.ts";
import { takeBackup } from "#scripts/backup/take-backup.ts";
import { run } from "#tests/support/running.ts";
import { startApp } from "../support/app.ts";
import { demand } from "../support/ask.ts";
import { Broken } from "../support/broken.ts";
import { type Big, MILLION, makeBig, placeOfMillions, removeBig } from "../support/million.ts";
import type { Fault } from "../support/one-run.ts";
import type { Scene } from "../support/scene.ts";

/* The disk is lost, and there is a backup. */

const LONGEST_MINUTES = 5;

export const backups: Fault[] = [
  {
    id: "B1",
    what: "a backup of a million contacts, taken while an import runs, is restored, and a server starts on it",
    quick: 0,
    runs: 1,
    place: placeOfMillions,
    async happens(scene) {
      const { place, who } = scene;
      const folder = mkdtempSync(join(tmpdir(), `rollbook-backups-${process.pid}-`));
      const drill = `drill_${who}`;
      const big = await makeBig(scene);
      await place.sql(`create database ${drill} owner rollbook_owner`);
      try {
        const sent = scene.sendIntoTheDark(scene.newFile({ action: "append" }));
        const begun = performance.now();
        const [, first = ""] = await command(
          place.directUrl,
          place.ownerUrl,
          /^(.+): \d+ tables/m,
          "backup.ts",
          folder,
        );
        const taken = performance.now();
        const [databaseUrl, ownerUrl] = [on(place.directUrl, drill), on(place.ownerUrl, drill)];
        await command(databaseUrl, ownerUrl, /Every hash was right/, "restore.ts", first);
        const restored = performance.now();
        const { tables } = await readManifest(first);
        const again = await takeBackup(databaseUrl, join(folder, "again"));
        for (const [at, { schema, name, sha256, rows }] of tables.entries()) {
          const other = again.tables[at];
          if (other?.name !== name || other.sha256 !== sha256 || other.rows !== rows)
            throw new Broken(`${schema}.${name} came back as another one.`);
        }
        if (restored - begun > LONGEST_MINUTES * 60_000)
          throw new Broken(`It took more than ${LONGEST_MINUTES} minutes.`);
        await startsOn(scene, big, { databaseUrl, ownerUrl, folder });
        await sent;
        await scene.settles();
        const seconds = (from: number, to: number) => Math.round((to - from) / 1000);
        return `${tables.length} tables with equal hashes; taken in ${seconds(begun, taken)} s, restored in ${seconds(taken, restored)} s`;
      } finally {
        await place.sql(`drop database ${drill} with (force)`);
        rmSync(folder, { recursive: true });
        await removeBig(scene, big);
      }
    },
  },
];

/** As a person runs it at the terminal. */
async function command(databaseUrl: string, ownerUrl: string, says: RegExp, script: string, folder: string) {
  const running = run({
    env: { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl },
    command: [process.execPath, `scripts/${script}`, folder],
  });
  const { code } = await running.ended();
  const said = says.exec(running.output());
  if (code !== 0 || !said) throw new Broken(`${script} ended with ${code}:\n${running.output()}`);
  return said;
}

type Restored = { databaseUrl: string; ownerUrl: string; folder: string };

/** The product lives on what was restored, and its people are there. */
async function startsOn({ place: { apiKey } }: Scene, { key }: Big, { databaseUrl, ownerUrl, folder }: Restored) {
  const settings = { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: join(folder, "app") };
  const app = await startApp(settings);
  try {
    const body = { rules: { field: "Spent", op: "=", value: 1 } };
    const { count } = await demand<{ count: number }>({ app, apiKey }, "POST", `/api/v1/profiles/${key}/count`, {
      body,
    });
    if (count !== MILLION) throw new Broken(`${count} of ${MILLION} people came back.`);
  } finally {
    await app.stop();
  }
}

const on = (url: string, database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;
