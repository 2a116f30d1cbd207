/** What the app asks the database in one go: up to Sync, or a simple query. `words` is the statement, where it has one. */
export type Ask = { kind: "query" | "other"; words: string; bytes: Buffer };

const PARSE = 0x50;
const QUERY = 0x51;
const SYNC = 0x53;
/** Types after which the server answers and the client waits. */
const ENDS = new Set([QUERY, SYNC]);
/** The parts of COPY, and the end of a session: they belong to no statement and pass at once. */
const PASSES = new Set([..."dcfXHp"].map((letter) => letter.charCodeAt(0)));

/**
 * Cuts what a PostgreSQL client sends into asks, by protocol 3.0: a first message without a type, then each with a type's
 * letter and a length. https://www.postgresql.org/docs/18/protocol-message-formats.html
 */
export function askReader(): (chunk: Buffer) => Ask[] {
  let rest: Buffer = Buffer.alloc(0);
  let group: Buffer[] = [];
  let words = "";
  let begun = false;

  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const asks: Ask[] = [];
    for (;;) {
      const header = begun ? 1 : 0;
      if (rest.length < header + 4) return asks;
      const length = header + rest.readInt32BE(header);
      if (rest.length < length) return asks;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      if (!begun) {
        begun = true;
        asks.push({ kind: "other", words: "", bytes: message });
        continue;
      }
      const type = message[0] ?? 0;
      if (PASSES.has(type)) {
        asks.push({ kind: "other", words: "", bytes: message });
        continue;
      }
      if (type === QUERY) words = textAt(message, 5);
      if (type === PARSE) words = textAt(message, message.indexOf(0, 5) + 1);
      group.push(message);
      if (!ENDS.has(type)) continue;
      asks.push({ kind: "query", words, bytes: Buffer.concat(group) });
      group = [];
      words = "";
    }
  };
}

const textAt = (message: Buffer, from: number): string => message.toString("utf8", from, message.indexOf(0, from));

/** A statement that ends with this SQLSTATE: the transaction that it stands in is really aborted. */
export function failingQuery(sqlState: string): Buffer {
  const text = `do $$ begin raise exception 'a fault was asked for' using errcode = '${sqlState}'; end $$`;
  const body = Buffer.from(`${text}\0`);
  const head = Buffer.alloc(5);
  head.write("Q", 0);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
