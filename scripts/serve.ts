import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import next from "next";
import { environment } from "#lib/environment.ts";
import { withinRequest } from "#lib/operations/request.ts";
import { keepValuesOut } from "#lib/text/private-console.ts";
import { answerMalformed, makeEdge } from "./http/edge.ts";
import { noteForeign } from "./http/note-foreign.ts";
import { observe } from "./http/observe.ts";
import { packedFiles } from "./http/packed-files.ts";
import { routeNames } from "./http/route-names.ts";
import { slowBodyGuard } from "./http/slow-bodies.ts";
import { ROOT } from "./root.ts";

const HOUR = 60 * 60 * 1000;

/** What a stopping server waits for requests in flight. */
const PATIENCE_MS = 20_000;

export type Serving = {
  /** Of the port it listens on. */
  port: number;
  /** Accepts nobody any more, lets requests in flight and running jobs come to their end (at most 20 s), then cuts. */
  stop(): Promise<void>;
  /** Cuts at once what `stop` still waits for. */
  hurry(): void;
};

/**
 * Serves the built product, and runs its background jobs in this same process: here they find the sources unbundled,
 * which their worker threads need. DATABASE_URL must be set before.
 *
 * A server around Next's own, because `next start` ends an upload after five minutes, believes `x-forwarded-host` from
 * anybody, and sets none of the security headers.
 */
export async function serve({ host, port }: { host: string; port: number }): Promise<Serving> {
  keepValuesOut(console);
  const { PUBLIC_URL, TRUST_PROXY } = environment();
  const https = PUBLIC_URL?.startsWith("https:") ?? false;
  const enter = makeEdge({ https, trustProxy: TRUST_PROXY, publicFolder: join(ROOT, "public") });
  const guard = slowBodyGuard();
  const answerPacked = packedFiles(join(ROOT, ".next/static"), "/_next/static/");

  const server = createServer({
    requestTimeout: 6 * HOUR, // 2 GiB over a line of 1 Mbit/s takes five
    headersTimeout: 60_000,
    connectionsCheckingInterval: 10_000,
    requireHostHeader: false, // Node's answer would lack our headers: the edge refuses it
    keepAliveTimeout: 65_000, // longer than the minute that proxies in front keep theirs
  });
  // Those who come while Next gets ready wait for it.
  const ready = Promise.withResolvers<ReturnType<ReturnType<typeof next>["getRequestHandler"]>>();
  const routeOf = routeNames(join(ROOT, ".next/app-path-routes-manifest.json"));
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    guard.watch(request, response);
    const id = observe(request, response, routeOf((request.url ?? "").split("?", 1)[0] ?? ""));
    if (!enter(request, response) || answerPacked(request, response)) return;
    void noteForeign(request);
    void withinRequest(id, () => ready.promise.then((answerByNext) => answerByNext(request, response)));
  };
  server.on("request", answer);
  server.on("checkExpectation", answer);
  server.on("clientError", answerMalformed({ https }));
  await listen(server, host, port);
  const taken = (server.address() as AddressInfo).port;

  // Next fetches its own pages under this port, so it must be the one that was taken (PORT=0 asks for any). The second
  // server never listens: Next hangs its WebSocket handler on it, and ours knows no upgrade.
  const app = next({ dev: false, dir: ROOT, hostname: host, port: taken, httpServer: createServer() });
  await app.prepare();
  ready.resolve(app.getRequestHandler());

  const jobs = await startJobs();
  let patience = PATIENCE_MS;
  return {
    port: taken,
    hurry: () => {
      patience = 0;
    },
    async stop() {
      await Promise.all([drain(server, () => patience), atMost(() => patience, jobs.stop())]);
      guard.stop();
      await app.close();
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

/** Closes connections as they fall idle: a browser keeps one open long after its answer. */
async function drain(server: Server, patience: () => number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const closeIdle = setInterval(() => server.closeIdleConnections(), 100);
  await atMost(patience, closed);
  clearInterval(closeIdle);
  server.closeAllConnections();
  await closed;
}

/** Waits for `work` until `patience` (which may shrink meanwhile) is over. */
async function atMost(patience: () => number, work: Promise<unknown>): Promise<void> {
  const begun = performance.now();
  let done = false;
  const finish = () => {
    done = true;
  };
  work.then(finish, finish);
  while (!done && performance.now() - begun < patience()) await sleep(25);
}

async function startJobs(): Promise<{ stop(): Promise<void> }> {
  const { startJobs } = await import("#lib/jobs/runner.ts");
  return startJobs();
}
