import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { BARE_ENVIRONMENT } from "./account.ts";
import type { Home } from "./home.ts";

const LOG_LIMIT = 10 * 1024 * 1024;

/**
 * Starts the server's process and waits until it answers on `url`. Rejects when the process ends before; the message
 * holds the end of its log.
 */
export async function launch(
  home: Home,
  { port, settings, log, url }: { port: number; settings: Record<string, string>; log: string; url: string },
): Promise<ChildProcess> {
  const output = openLog(log);
  const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const server: ChildProcess = spawn(home.binaries.postgres, ["-D", home.data, ...flags], {
    ...home.account,
    cwd: "/",
    env: BARE_ENVIRONMENT,
    stdio: ["ignore", output, output],
    // A group of its own: Ctrl-C reaches the app alone, which stops the server when its requests are done.
    detached: true,
  });
  closeSync(output);
  const failure = new Promise<never>((_, reject) => {
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`PostgreSQL did not start. The end of ${log}:\n${lastLines(log)}`)));
  });
  await Promise.race([untilItAnswers(url, server), failure]);
  return server;
}

/** A port of 127.0.0.1: `wanted` when it is free, else any free one. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (wanted === 0 ? reject(error) : resolve(freePort())));
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** A recovery after a crash takes as long as it takes: this ends with an answer, or with the process. */
async function untilItAnswers(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null && server.signalCode === null) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      // A password that is wrong now stays wrong; a server that starts up says so, or is not there yet.
      if ((error as { code?: string }).code === "28P01") throw error;
      await sleep(30);
    }
  }
}

function openLog(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(log, `${log}.1`);
  return openSync(log, "a", 0o600);
}

const lastLines = (log: string) => readFileSync(log, "utf8").trimEnd().split("\n").slice(-10).join("\n");
