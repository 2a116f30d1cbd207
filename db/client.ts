import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import * as schema from "./schema.ts";

/*
 * The door to the database. Next bundles this file, and the job runner loads it unbundled in the same process:
 * the pool is kept on `globalThis` so that both use one.
 */

/** Anything that runs queries: the database, or a transaction on it. */
export type Db = NodePgDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

const shared = globalThis as typeof globalThis & { rollbookPool?: pg.Pool; rollbookConnections?: Set<pg.Client> };

const LONGEST_CONNECT_MS = 10_000;

/** Every connection of this thread that is open or being opened. */
const connections = shared.rollbookConnections ?? new Set<pg.Client>();
shared.rollbookConnections = connections;

/** Connections for pages, actions and the API. Jobs that hold a connection for long take one with `openClient`. */
export const pool: pg.Pool = shared.rollbookPool ?? makePool();
shared.rollbookPool = pool;
export const db: Db = givingBack(drizzle(pool, { schema }));

/**
 * Drizzle takes a connection of the pool for a transaction, and keeps it for ever where `begin` already fails, because the
 * connection broke a moment before: twelve of those, and no page gets one. Here it is given back, whatever happens on it.
 */
function givingBack(made: Db): Db {
  made.transaction = async (work, config) => {
    const client = await pool.connect();
    try {
      return await drizzle(client, { schema }).transaction(work, config);
    } finally {
      client.release();
    }
  };
  return made;
}

function makePool(): pg.Pool {
  const made = new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: 12,
    connectionTimeoutMillis: LONGEST_CONNECT_MS,
    keepAlive: true,
    options: [
      "-c timezone=UTC",
      // A request of a page never needs more; jobs set their own.
      "-c statement_timeout=30s -c lock_timeout=5s -c idle_in_transaction_session_timeout=15s",
      // Out of a million rows up to some 25,000 are found sooner by an index, more by reading them all in parallel.
      "-c random_page_cost=2",
    ].join(" "),
    application_name: "rollbook",
  });
  // Without a listener an idle connection that breaks (a restart of the database) ends the whole process.
  made.on("error", () => {});
  made.on("connect", remember);
  return made;
}

function remember(client: pg.Client): void {
  // A connection that breaks tells it to whoever waits for an answer; unheard, it would end the process as well.
  client.on("error", () => {});
  connections.add(client);
  client.once("end", () => connections.delete(client));
}

/**
 * Breaks every connection of this thread at once, because the line to the database is dead: whoever waits on one hears it
 * now instead of after the quarter of an hour for which the system would try. New ones are made as they are needed.
 */
export function dropConnections(): void {
  for (const client of connections) client.connection.stream.destroy();
}

/** By it others find the connections of an app server that froze or was cut off, and end them before they do its jobs. */
export const jobsOfServer = (serverId: number): string => `rollbook job of server ${serverId}`;

/** Set by lib/jobs/liveness.ts; here because threads, which make connections of their own, inherit the environment. */
const ownJobs = () => jobsOfServer(Number(process.env.ROLLBOOK_SERVER_ID ?? 0));

/** Connections for the job runner alone: pages must not wait for its, nor it for theirs. The caller ends the pool. */
export function openJobPool(): pg.Pool {
  const made = new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: 5,
    connectionTimeoutMillis: LONGEST_CONNECT_MS,
    keepAlive: true,
    application_name: "rollbook job runner",
  });
  made.on("error", () => {});
  made.on("connect", remember);
  return made;
}

/**
 * A connection of its own, outside the pool, for work that takes long: no statement timeout.
 * The caller ends it.
 */
export async function openClient(): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    connectionTimeoutMillis: LONGEST_CONNECT_MS,
    keepAlive: true,
    options: "-c timezone=UTC -c statement_timeout=0 -c lock_timeout=0 -c idle_in_transaction_session_timeout=60s",
    application_name: ownJobs(),
  });
  remember(client);
  await client.connect();
  return client;
}

/** Drizzle over a connection from `openClient`. */
export const over = (client: pg.Client): Db => drizzle(client, { schema });
