import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Ask, askReader, failingQuery } from "./messages.ts";

/** What becomes of one ask: it passes, its connection is cut before it or once it has passed, or it fails with a code. */
export type Verdict = "pass" | "cut-before" | "cut-after" | { failsWith: string };

/**
 * The line between app and database: a TCP proxy that can be slow, dead, cut, or decide about each single statement.
 * Connections that are cut are reset on both sides, as when a machine on the way restarts.
 */
export type Line = {
  port: number;
  /** Asked for each statement; null: all pass. */
  judge: ((ask: Ask) => Verdict) | null;
  /** Added to each direction. */
  delayMs: number;
  /** Bytes go nowhere, and nobody is told: the network is gone. Connections that come are taken, and hear nothing. */
  silent: boolean;
  /** Connections that come are closed at once. */
  refusing: boolean;
  /** Resets every connection now. */
  cut(): void;
  /** All as it should be; what was silent is cut, since its bytes are lost. */
  mend(): void;
  close(): Promise<void>;
};

export async function layLine(databasePort: number): Promise<Line> {
  const pairs = new Set<[Socket, Socket]>();
  const reset = (pair: [Socket, Socket]) => {
    for (const socket of pair) socket.resetAndDestroy();
    pairs.delete(pair);
  };

  const server: Server = createServer((app) => {
    if (line.refusing) return void app.resetAndDestroy();
    const database = connect(databasePort, "127.0.0.1");
    const pair: [Socket, Socket] = [app, database];
    pairs.add(pair);
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.on("error", () => {}).on("close", () => reset(pair));
    }
    const read = askReader();
    carry(app, async (chunk) => {
      for (const ask of read(chunk)) {
        const verdict = ask.kind === "query" ? (line.judge?.(ask) ?? "pass") : "pass";
        if (verdict === "cut-before") return reset(pair);
        const bytes = typeof verdict === "object" ? failingQuery(verdict.failsWith) : ask.bytes;
        await write(database, bytes);
        if (verdict === "cut-after") {
          await sleep(40); // so that the database has it
          return reset(pair);
        }
      }
    });
    carry(database, (chunk) => write(app, chunk));
  });

  /** One chunk after another, as slowly as the line is. */
  function carry(from: Socket, onward: (chunk: Buffer) => Promise<void>): void {
    let before = Promise.resolve();
    from.on("data", (chunk: Buffer) => {
      if (line.silent) return;
      from.pause();
      before = before.then(async () => {
        if (line.delayMs > 0) await sleep(line.delayMs);
        if (!line.silent) await onward(chunk);
        from.resume();
      });
    });
  }

  const line: Line = {
    port: 0,
    judge: null,
    delayMs: 0,
    silent: false,
    refusing: false,
    cut: () => {
      for (const pair of [...pairs]) reset(pair);
    },
    mend() {
      const wasSilent = line.silent;
      Object.assign(line, { judge: null, delayMs: 0, silent: false, refusing: false });
      if (wasSilent) line.cut();
    },
    async close() {
      line.cut();
      await new Promise((done) => server.close(done));
    },
  };
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  line.port = (server.address() as { port: number }).port;
  return line;
}

function write(to: Socket, bytes: Buffer): Promise<void> {
  return new Promise((done) => {
    if (to.destroyed || to.write(bytes)) return done();
    to.once("drain", done).once("close", done);
  });
}
