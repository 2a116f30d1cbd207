import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { restoreBackup } from "#scripts/backup/restore-backup.ts";
import { takeBackup } from "#scripts/backup/take-backup.ts";
import { Broken } from "../support/invariants.ts";
import type { Fault } from "../support/one-run.ts";

/* The disk is lost, and there is a backup. */

const CONTACTS = 1_000_000;

export const backups: Fault[] = [
  {
    id: "B1",
    what: "a backup of a million contacts, taken while an import runs, is restored",
    quick: 0,
    runs: 1,
    async happens(scene) {
      const { place, profile, who } = scene;
      const folder = mkdtempSync(join(tmpdir(), `rollbook-backups-${process.pid}-`));
      const drill = `drill_${who}`;
      await fill(scene);
      await place.sql(`create database ${drill} owner rollbook_owner`);
      try {
        const sent = scene.sendIntoTheDark(scene.newFile({ action: "append" }));
        const begun = performance.now();
        const first = await takeBackup(place.directUrl, join(folder, "first"));
        const taken = performance.now();
        const [databaseUrl, ownerUrl] = [place.directUrl, place.ownerUrl].map((url) => on(url, drill)) as [
          string,
          string,
        ];
        await restoreBackup(join(folder, "first"), { databaseUrl, ownerUrl, replace: false });
        const restored = performance.now();
        const again = await takeBackup(databaseUrl, join(folder, "again"));
        for (const [at, { schema, name, sha256, rows }] of first.tables.entries()) {
          const other = again.tables[at];
          if (other?.name !== name || other.sha256 !== sha256 || other.rows !== rows)
            throw new Broken(`${schema}.${name} came back as another one.`);
        }
        await sent;
        await scene.settles();
        const seconds = (from: number, to: number) => Math.round((to - from) / 1000);
        return `${first.tables.length} tables with equal hashes; taken in ${seconds(begun, taken)} s, restored in ${seconds(taken, restored)} s`;
      } finally {
        await place.sql(`drop database ${drill} with (force)`);
        rmSync(folder, { recursive: true });
        await place.sql(`delete from audience.profile_${profile.id} where key like 'zz${who}%'`);
        await place.sql("delete from contacts where key like $1", [`zz${who}%`]);
        await recount(scene);
      }
    },
  },
];

type Scene = Parameters<Fault["happens"]>[0];

/** Written into the tables themselves: an import of so many is another test. */
async function fill(scene: Scene): Promise<void> {
  const { place, profile, who } = scene;
  await place.sql(
    `insert into contacts (key) select 'zz${who}' || lpad(n::text, 7, '0') || '@example.com' from generate_series(1, ${CONTACTS}) n`,
  );
  await place.sql(
    `insert into audience.profile_${profile.id} (key, status, created_at, updated_at)
     select key, status, created_at, created_at from contacts where key like 'zz${who}%'`,
  );
  await recount(scene);
}

async function recount({ place, profile }: Scene): Promise<void> {
  await place.sql(`
    update repository_counts set active = (select count(*) from contacts where status = 0),
      unsubscribed = (select count(*) from contacts where status = 1)`);
  await place.sql(
    `update profiles set active = (select count(*) from audience.profile_${profile.id} where status = 0), revision = revision + 1
     where id = ${profile.id}`,
  );
}

const on = (url: string, database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;
