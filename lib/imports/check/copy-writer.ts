import { once } from "node:events";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** So much is gathered before it goes to the server. */
const FLUSH_CHARS = 64 * 1024;

/**
 * Writes rows into one table by COPY, in the connection's present transaction. Nothing else can be asked of the
 * connection until `end`.
 */
export class CopyWriter {
  readonly #stream: ReturnType<typeof copyFrom>;
  #text = "";
  #error: Error | null = null;

  /** `target` is a table with its columns, such as `staging.import_1_rows (line, key)`; never made of input. */
  constructor(client: Client, target: string) {
    this.#stream = client.query(copyFrom(`copy ${target} from stdin`));
    this.#stream.on("error", (error: Error) => {
      this.#error = error;
    });
  }

  /** `line` as `copyLine` makes it. Waits only when the server is behind. */
  write(line: string): Promise<unknown> | undefined {
    this.#text += line;
    return this.#text.length >= FLUSH_CHARS ? this.#flush() : undefined;
  }

  async end(): Promise<void> {
    await this.#flush();
    const finished = once(this.#stream, "finish");
    this.#stream.end();
    await finished;
  }

  /** Ends the COPY without what is still gathered: until then the connection hears no rollback. */
  async abandon(): Promise<void> {
    if (this.#error) return;
    const ended = once(this.#stream, "finish");
    this.#stream.end();
    await ended;
  }

  async #flush(): Promise<void> {
    if (this.#error) throw this.#error;
    const bytes = Buffer.from(this.#text);
    this.#text = "";
    if (bytes.length > 0 && !this.#stream.write(bytes)) await once(this.#stream, "drain");
  }
}
