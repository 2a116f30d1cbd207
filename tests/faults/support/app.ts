import { addressOf, type Running, run } from "#tests/support/running.ts";
import { health } from "./ask.ts";
import { until } from "./until.ts";

/** An app server that can be killed, frozen and started again. */
export type App = {
  /** Such as http://127.0.0.1:40123; another one after each start. */
  readonly address: string;
  readonly pid: number;
  /** All that it has said since its last start. */
  output(): string;
  start(): Promise<void>;
  /** SIGKILL, and its end. */
  kill(): Promise<void>;
  /** SIGTERM, and its end: the exit code. */
  stop(): Promise<number | null>;
  freeze(): void;
  thaw(): void;
  hasEnded(): boolean;
  /** Reads no more of what it says. */
  stopListening(): void;
};

export type AppOptions = {
  env?: Record<string, string>;
  /** For Node itself, such as a smaller memory. */
  nodeOptions?: string[];
  /** Another way to start it, such as with its output led elsewhere. */
  command?: [string, ...string[]];
  /** A fixed port, for one that cannot say where it listens. */
  port?: number;
};

/** Starts the product with these settings, on any free port, and waits until it is ready. */
export async function startApp(settings: Record<string, string>, options: AppOptions = {}): Promise<App> {
  let running: Running;
  let address = "";
  let ended = false;
  const begin = async () => {
    running = run({
      env: { PORT: String(options.port ?? 0), ...settings, ...options.env },
      command: options.command ?? [process.execPath, ...(options.nodeOptions ?? []), "scripts/start.ts"],
    });
    ended = false;
    void running.ended().then(() => {
      ended = true;
    });
    address = options.port === undefined ? await addressOf(running) : await answersAt(options.port);
  };
  await begin();
  return {
    get address() {
      return address;
    },
    get pid() {
      return running.pid;
    },
    output: () => running.output(),
    start: begin,
    kill: () => running.kill(),
    async stop() {
      await running.stop();
      return (await running.ended()).code;
    },
    freeze: () => running.signal("SIGSTOP"),
    thaw: () => running.signal("SIGCONT"),
    hasEnded: () => ended,
    stopListening: () => running.stopListening(),
  };
}

async function answersAt(port: number): Promise<string> {
  const address = `http://127.0.0.1:${port}`;
  await until(60_000, `a server answers at ${port}`, async () => ((await health(address)) === 200 ? true : undefined));
  return address;
}
