import { sql } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.ts";
import { fileTable } from "#db/staging-table.ts";
import type { RandomAccess } from "../reading/xlsx/random-access.ts";

/*
 * The uploaded file, kept in the database as its own bytes: any app server can go on with it, another delimiter or
 * encoding can be tried without a new upload, and what was rejected can be shown exactly as it came.
 */

/** Large enough that a statement's cost does not count, small enough that twenty uploads fit into memory. */
export const PIECE_BYTES = 1024 * 1024;

export async function appendPiece(importId: number, position: number, bytes: Buffer): Promise<void> {
  await db.execute(sql`insert into ${fileTable(importId)} (position, bytes) values (${position}, ${bytes})`);
}

/** The file from its beginning, one piece in memory at a time. */
export async function* readStoredFile(importId: number, from: Db | Tx = db): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const piece = await readPiece(from, importId, position);
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
      last = { position, bytes: (await readPiece(db, importId, position)) ?? Buffer.alloc(0) };
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

async function readPiece(from: Db | Tx, importId: number, position: number): Promise<Buffer | null> {
  const { rows } = await from.execute<{ bytes: Buffer }>(
    sql`select bytes from ${fileTable(importId)} where position = ${position}`,
  );
  return rows[0]?.bytes ?? null;
}
