import { sql } from "drizzle-orm";
import pg from "pg";
import { db, dropConnections, jobsOfServer } from "#db/client.ts";
import { LIVING_SERVERS, SERVER } from "#db/locks.ts";

/*
 * Which app servers live. Each holds an advisory lock under a number of its own, on a connection that does nothing else:
 * when the process dies, by whatever death, the database frees the lock within moments. The connection beats: one that is
 * silent for SILENT_FOR, because its server froze or the network is gone, is ended by the database, and the lock with it.
 */

const BEAT_MS = 3000;
const SILENT_FOR = "20s";
/** No answer for so long: the line is dead, whatever the system believes. */
const DEAD_AFTER_MS = 15_000;

export type Liveness = { serverId: number; stop(): Promise<void> };

const shared = globalThis as typeof globalThis & { rollbookServerId?: number };

/** The number of this app server; null in a process that is none, such as a test or a command. */
export const ownServerId = (): number | null => shared.rollbookServerId ?? null;

/** Takes a number and holds its lock until `stop`, taking it again when the connection breaks. */
export async function announceServer(): Promise<Liveness> {
  const { rows } = await db.execute<{ id: number }>(sql`select nextval('server_ids')::int as id`);
  const serverId = rows[0]?.id ?? 0;
  let stopped = false;
  let client = await hold(serverId, again);
  shared.rollbookServerId = serverId;
  process.env.ROLLBOOK_SERVER_ID = String(serverId);
  const beating = setInterval(() => {
    client.query("select 1").catch(() => {
      // Too late, or broken. Broken connections are taken anew by `again`; of a dead line nobody else would hear.
      if (client.connection.stream.destroyed) return;
      client.connection.stream.destroy();
      dropConnections();
    });
  }, BEAT_MS).unref();

  function again() {
    if (stopped) return;
    setTimeout(() => {
      if (stopped) return;
      hold(serverId, again).then((held) => {
        client = held;
      }, again);
    }, 500).unref();
  }

  return {
    serverId,
    async stop() {
      stopped = true;
      clearInterval(beating);
      await client.end();
    },
  };
}

async function hold(serverId: number, onLost: () => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: DEAD_AFTER_MS,
    options: `-c idle_session_timeout=${SILENT_FOR}`,
    application_name: "rollbook server",
  });
  client.on("error", () => {}); // the end that follows is what counts
  try {
    await client.connect();
    await client.query("select pg_advisory_lock($1, $2)", [SERVER, serverId]);
  } catch (error) {
    await client.end();
    throw error;
  }
  client.once("end", onLost);
  return client;
}

/**
 * Ends what a server that holds no lock still does in the database: it may be frozen, and wake up. Resolves when it is
 * ended, so that nobody does the same job beside it.
 */
export async function endJobsOf(serverId: number): Promise<void> {
  await db.execute(sql`
    select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where application_name = ${jobsOfServer(serverId)} and datname = current_database()`);
}

/** Servers that own something and hold no lock. One that lost its connection is among them for a moment. */
export async function serversWithoutLock(): Promise<number[]> {
  const { rows } = await db.execute<{ id: number }>(sql`
    select id from (
      select server_id as id from job_workers
      union select server_id from imports where state = 'receiving' and server_id is not null
    ) as owner
    where id not in (${LIVING_SERVERS})`);
  return rows.map((row) => row.id);
}
