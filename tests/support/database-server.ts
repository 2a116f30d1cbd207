import { chmodSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "#db/migrate.ts";
import { startEmbeddedPostgres } from "#scripts/postgres.ts";
import { removeScratch, scratchFolder, sweepScratch } from "./scratch.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the test server's superuser. */
    superuserUrl: string;
    /** Of the migrated database that each test file's own is copied from, as the app's role. */
    templateUrl: string;
    /** The same as the role that owns the tables. */
    ownerUrl: string;
    /** The file of what the server says. */
    serverLog: string;
  }
}

const TEMPLATE = "template_rollbook";

/** Nothing here outlives the run, so nothing need be safe on disk. */
const FAST = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  shared_buffers: "128MB",
  max_connections: "200",
};

/** One server for the whole run, in a folder of its own, with one migrated database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepScratch();
  const folder = scratchFolder("tests");
  // As root, the server runs as another user, who must be able to pass.
  chmodSync(folder, 0o711);
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, "data"),
    settings: FAST,
    durable: false,
    say: () => {},
  });

  const stop = async () => {
    await server.stop();
    await removeScratch(folder);
  };
  // Vitest ends at once at these, without the teardown.
  for (const name of ["SIGTERM", "SIGHUP"] as const) {
    process.once(name, () => void stop().finally(() => process.exit(1)));
  }

  const [templateUrl, ownerUrl] = [server.url, server.ownerUrl].map((url) => onTemplate(url)) as [string, string];
  await makeTemplate(server.superuserUrl);
  await migrate(templateUrl, ownerUrl);

  project.provide("superuserUrl", server.superuserUrl);
  project.provide("templateUrl", templateUrl);
  project.provide("ownerUrl", ownerUrl);
  project.provide("serverLog", join(folder, "data/postgres.log"));
  return stop;
}

async function makeTemplate(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`create database ${TEMPLATE} owner rollbook_owner`);
  await client.end();
}

function onTemplate(address: string): string {
  const url = new URL(address);
  url.pathname = `/${TEMPLATE}`;
  return url.href;
}
