import { chmodSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#scripts/postgres.ts";
import { run } from "#tests/support/running.ts";
import { removeScratch, scratchFolder } from "#tests/support/scratch.ts";
import { type App, startApp } from "./app.ts";
import { type Line, layLine } from "./line.ts";
import type { Disks } from "./place-on-small-disks.ts";

/** The built product as it is run: an app server, a PostgreSQL of its own, set as always, and a line between the two that can break. */
export type Place = {
  app: App;
  line: Line;
  /** Of an administrator. */
  apiKey: string;
  /** The app's URL of the database, through the line, and around it. */
  url: string;
  directUrl: string;
  ownerUrl: string;
  superuserUrl: string;
  /** Asks the database around the line, as its superuser. */
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Of the database server now. */
  databasePid(): number;
  /** Where its data lies on disks that can be filled. */
  disks?: Disks;
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** Another app server on the same database. */
  another(options?: Parameters<typeof startApp>[1]): Promise<App>;
  /** Everything runs again and answers, whatever was done to it. */
  mend(): Promise<void>;
  leave(): Promise<void>;
};

/** Few, so that they can be used up. */
const SETTINGS = { max_connections: "60", max_wal_size: "1GB", min_wal_size: "80MB", shared_buffers: "128MB" };

export async function makePlace({
  dataDir,
  settings = {},
}: {
  dataDir?: string;
  settings?: Record<string, string>;
} = {}): Promise<Place> {
  const folder = scratchFolder("faults");
  chmodSync(folder, 0o711); // as root, the database runs as another user, who must be able to pass
  const data = dataDir ?? join(folder, "data");
  const start = () => startEmbeddedPostgres({ dataDir: data, settings: { ...SETTINGS, ...settings }, say: () => {} });
  let database: EmbeddedPostgres | null = await start();
  const { url: directUrl, superuserUrl, ownerUrl, port } = database;
  const line = await layLine(port);
  const [url, ownerThroughLine] = [directUrl, ownerUrl].map((each) => throughLine(each, line.port)) as [string, string];
  const pool = new pg.Pool({ connectionString: inDatabase(superuserUrl), max: 3, connectionTimeoutMillis: 10_000 });
  pool.on("error", () => {});

  const env = {
    DATABASE_URL: url,
    DATABASE_OWNER_URL: ownerThroughLine,
    DATA_DIR: join(folder, "app"),
    // So that hundreds of starts and thousands of checks do not translate the same sources each time.
    NODE_COMPILE_CACHE: join(folder, "compiled"),
  };
  const apps: App[] = [];
  const another: Place["another"] = async (options = {}) => {
    const app = await startApp(env, options);
    apps.push(app);
    return app;
  };
  const place: Place = {
    app: await another(),
    line,
    apiKey: await makeApiKey(directUrl),
    url,
    directUrl,
    ownerUrl,
    superuserUrl,
    sql: async (text, values = []) => (await pool.query(text, values)).rows,
    databasePid: () => database?.pid ?? 0,
    async stopDatabase() {
      await database?.stop();
      database = null;
    },
    async startDatabase() {
      database ??= await start();
    },
    another,
    async mend() {
      line.mend();
      await place.startDatabase();
      await untilAnswers(() => pool.query("select 1"));
      for (const other of apps.splice(0)) if (other !== place.app) await other.stop();
      apps.push(place.app);
      place.app.thaw();
      if (place.app.hasEnded()) await place.app.start();
    },
    async leave() {
      await Promise.all(apps.map((app) => app.kill()));
      await pool.end();
      await line.close();
      await database?.stop();
      await removeScratch(folder);
    },
  };
  return place;
}

const inDatabase = (superuserUrl: string) => Object.assign(new URL(superuserUrl), { pathname: "/rollbook" }).href;
const throughLine = (url: string, port: number) => Object.assign(new URL(url), { port: String(port) }).href;

async function untilAnswers(ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return void (await ask());
    } catch (error) {
      if (tries > 200) throw error;
      await sleep(100);
    }
  }
}

async function makeApiKey(databaseUrl: string): Promise<string> {
  const made = run({
    env: { DATABASE_URL: databaseUrl },
    command: [process.execPath, "scripts/create-key.ts", "--name", "faults", "--role", "administrator"],
  });
  await made.ended();
  const key = /^rb_\S+$/m.exec(made.output())?.[0];
  if (!key) throw new Error(`No key was made:\n${made.output()}`);
  return key;
}
