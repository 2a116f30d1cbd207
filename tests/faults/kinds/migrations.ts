import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { ROOT } from "#scripts/root.ts";
import { run } from "#tests/support/running.ts";
import { demand } from "../support/ask.ts";
import { Broken } from "../support/broken.ts";
import type { Fault } from "../support/one-run.ts";
import type { Place } from "../support/place.ts";

/* The schema is half made, or newer than the app. */

export const migrations: Fault[] = [
  {
    id: "X25 halfway",
    what: "a migration is killed, or its connection cut, halfway",
    quick: 1,
    runs: 15,
    async happens(scene) {
      const { place } = scene;
      const name = `halfway_${scene.who}`;
      await place.sql(`create database ${name} owner rollbook_owner`);
      try {
        if (scene.random() < 0.5) {
          const migrating = migrate(place, name, "line");
          await sleep(scene.between(100, 1500));
          await migrating.kill();
        } else {
          const nth = scene.between(1, 60);
          let statements = 0;
          place.line.judge = () => (++statements === nth ? "cut-after" : "pass");
          await migrate(place, name, "line").ended();
          place.line.judge = null;
        }
        const again = migrate(place, name, "direct");
        const { code } = await again.ended();
        if (code !== 0) throw new Broken(`Migrating again failed: ${again.output()}`);
        const [half, whole] = [await schemaOf(place, name), await schemaOf(place, "rollbook")];
        if (half !== whole) throw new Broken("The schema is another one than that of a migration in one go.");
        return "whole at the second try";
      } finally {
        place.line.judge = null;
        await place.sql(`drop database if exists ${name} with (force)`);
      }
    },
  },
  {
    id: "X25 newer",
    what: "a newer version has migrated the database while this one runs",
    quick: 0,
    runs: 3,
    async happens(scene) {
      const { place } = scene;
      await place.sql(`
        alter table imports add column of_tomorrow text not null default '';
        alter table contacts add column of_tomorrow integer;
        create table tomorrow (id int);
        insert into drizzle.__drizzle_migrations (hash, created_at) values ('tomorrow', ${Date.UTC(2100, 0, 1)})`);
      try {
        const file = scene.newFile();
        await scene.send(file);
        await scene.reaches(file, ["done"]);
        await demand(place, "GET", `/api/v1/profiles/${scene.profile.key}/contacts?limit=10`);
        await place.app.stop();
        const started = await place.app.start().then(
          () => true,
          (error: Error) => {
            if (!/newer version/.test(error.message)) throw new Broken(`It did not say why: ${error.message}`);
            return false;
          },
        );
        if (started) throw new Broken("An older version starts on a newer schema.");
        return "goes on; refuses a fresh start, in words";
      } finally {
        await place.sql(`
          alter table imports drop column of_tomorrow; alter table contacts drop column of_tomorrow; drop table tomorrow;
          delete from drizzle.__drizzle_migrations where hash = 'tomorrow'`);
      }
    },
  },
];

function migrate(place: Place, name: string, way: "line" | "direct") {
  const urls = [place.directUrl, place.ownerUrl].map((url) => {
    const changed = new URL(url);
    changed.pathname = `/${name}`;
    if (way === "line") changed.port = String(place.line.port);
    return changed.href;
  });
  const script = `const { migrate } = await import("${ROOT}/db/migrate.ts"); await migrate(...${JSON.stringify(urls)})`;
  return run({ command: [process.execPath, "--input-type=module", "--eval", script] });
}

/** Tables, columns, constraints and indexes, in words. */
async function schemaOf(place: Place, name: string): Promise<string> {
  const client = new pg.Client({
    connectionString: Object.assign(new URL(place.superuserUrl), { pathname: `/${name}` }).href,
  });
  await client.connect();
  try {
    const { rows } = await client.query(`
      select table_schema, table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
      where table_schema in ('public', 'drizzle', 'graphile_worker') order by 1, 2, 3`);
    const { rows: indexes } = await client.query(
      "select indexdef from pg_indexes where schemaname in ('public', 'graphile_worker') order by 1",
    );
    const { rows: checks } = await client.query(
      "select conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace order by 1",
    );
    return JSON.stringify([rows, indexes, checks]);
  } finally {
    await client.end();
  }
}
