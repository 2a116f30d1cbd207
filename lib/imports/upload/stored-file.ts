import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "drizzle-orm";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { pool } from "#db/client.ts";
import { copyOut } from "#db/copy-out.ts";
import { fileCopyTarget, fileTable } from "#db/staging-table.ts";
import type { RandomAccess } from "../reading/xlsx/random-access.ts";

/*
 * The uploaded file, kept in the database as its own bytes: any app server can go on with it, another delimiter or
 * encoding can be tried without a new upload, and what was rejected can be shown exactly as it came.
 */

/** Large enough that a statement's cost does not count, small enough that twenty uploads fit into memory. */
export const PIECE_BYTES = 1024 * 1024;

/** `bytes` may be written over once it is done. */
export async function appendPiece(importId: number, position: number, bytes: Buffer): Promise<void> {
  await onConnection((client) => {
    const copy = client.query(copyFrom(`copy ${fileCopyTarget(importId)} from stdin (format binary)`));
    return pipeline(Readable.from([pieceHead(position, bytes.length), bytes, COPY_END]), copy);
  });
}

/** The file from its beginning, one piece in memory at a time. */
export async function* readStoredFile(importId: number): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const piece = await readPiece(importId, position);
    if (piece === null) return;
    yield piece;
  }
}

/** For readers that jump (a workbook is a zip file). All pieces but the last have PIECE_BYTES. */
export function randomAccess(
  importId: number,
  size: number,
  onProgress: (bytes: number) => void = () => {},
): RandomAccess {
  let last: { position: number; bytes: Buffer } | undefined;
  const pieceAt = async (position: number) => {
    if (last?.position !== position) {
      last = { position, bytes: (await readPiece(importId, position)) ?? Buffer.alloc(0) };
    }
    return last.bytes;
  };
  return {
    size,
    async read(offset, length) {
      const parts: Buffer[] = [];
      for (let at = offset; at < Math.min(offset + length, size); ) {
        const piece = await pieceAt(Math.floor(at / PIECE_BYTES));
        const start = at % PIECE_BYTES;
        const part = piece.subarray(start, start + (offset + length - at));
        if (part.length === 0) break;
        parts.push(part);
        at += part.length;
      }
      onProgress(Math.min(offset + length, size));
      return Buffer.concat(parts);
    },
  };
}

/*
 * Pieces travel in COPY's binary format. As parameters and results `pg` would hold each several times over, and twice as
 * long as text: three times the memory of an upload. https://www.postgresql.org/docs/18/sql-copy.html#SQL-COPY-FILE-FORMATS
 */

const COPY_START = Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]);
const COPY_END = Buffer.from([0xff, 0xff]);
/** In front of a single value: how many the row has, and how long it is. */
const VALUE_HEAD_BYTES = 6;

/** A row of two values: the position, and bytes that follow. */
function pieceHead(position: number, length: number): Buffer {
  const row = Buffer.alloc(14);
  row.writeInt16BE(2, 0);
  row.writeInt32BE(4, 2);
  row.writeInt32BE(position, 6);
  row.writeInt32BE(length, 10);
  return Buffer.concat([COPY_START, row]);
}

function readPiece(importId: number, position: number): Promise<Buffer | null> {
  return onConnection(async (client) => {
    const query = sql`select bytes from ${fileTable(importId)} where position = ${position}`;
    const parts: Buffer[] = [];
    for await (const part of copyOut(client, query, "binary")) parts.push(part as Buffer);
    const row = Buffer.concat(parts).subarray(COPY_START.length, -COPY_END.length);
    return row.length === 0 ? null : row.subarray(VALUE_HEAD_BYTES);
  });
}

async function onConnection<Answer>(work: (client: PoolClient) => Promise<Answer>): Promise<Answer> {
  const client = await pool.connect();
  try {
    const answer = await work(client);
    client.release();
    return answer;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
