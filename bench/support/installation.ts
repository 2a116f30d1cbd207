import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "#db/migrate.ts";
import { startEmbeddedPostgres } from "#scripts/postgres.ts";
import { addressOf, run } from "#tests/support/running.ts";

/** A running product on a database server of its own, set as `npm start` sets it. */
export type Installation = {
  address: string;
  administrator: { email: string; password: string };
  /** Of an administrator, for the API. */
  apiKey: string;
  /** Connects to the product's database. */
  databaseUrl: string;
  /** The same as the role that owns the tables. */
  ownerUrl: string;
  /** Another database on the same server with the product's tables, for the floor. */
  floorUrl: string;
  /** The most memory that the product's process has held so far. */
  peakMemoryMB(): number;
  /** What it holds now, from where its peak is counted anew. */
  restartPeakMB(): number;
  stop(): Promise<void>;
};

export async function startInstallation(folder: string): Promise<Installation> {
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, "data"), say: () => {} });
  const floorUrl = await makeFloorDatabase(postgres.superuserUrl, postgres.url);
  const product = run({
    env: {
      DATABASE_URL: postgres.url,
      DATABASE_OWNER_URL: postgres.ownerUrl,
      PORT: "0",
      ADMIN_EMAIL: ADMINISTRATOR.email,
      ADMIN_PASSWORD: ADMINISTRATOR.password,
    },
  });
  try {
    const address = await addressOf(product);
    return {
      address,
      administrator: ADMINISTRATOR,
      apiKey: await makeApiKey(postgres.url),
      databaseUrl: postgres.url,
      ownerUrl: postgres.ownerUrl,
      floorUrl,
      peakMemoryMB: () => memoryMB(product.pid, "VmHWM"),
      restartPeakMB() {
        writeFileSync(`/proc/${product.pid}/clear_refs`, "5");
        return memoryMB(product.pid, "VmRSS");
      },
      async stop() {
        await product.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await product.stop();
    await postgres.stop();
    throw error;
  }
}

const ADMINISTRATOR = { email: "bench@example.com", password: "a long password for the bench" };

async function makeFloorDatabase(superuserUrl: string, appUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query("create database floor owner rollbook");
  await client.end();
  const url = new URL(appUrl);
  url.pathname = "/floor";
  await migrate(url.href);
  return url.href;
}

async function makeApiKey(databaseUrl: string): Promise<string> {
  const made = run({
    env: { DATABASE_URL: databaseUrl },
    command: [process.execPath, "scripts/create-key.ts", "--name", "bench", "--role", "administrator"],
  });
  await made.ended();
  const key = /^rb_\S+$/m.exec(made.output())?.[0];
  if (!key) throw new Error(`No key was made:\n${made.output()}`);
  return key;
}

/** The kernel's own account: VmHWM is the most, VmRSS what it is now; https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function memoryMB(pid: number, what: "VmHWM" | "VmRSS"): number {
  const kilobytes = new RegExp(`^${what}:\\s+(\\d+) kB$`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}
