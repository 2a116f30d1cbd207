import fc from "fast-check";
import { expect, it } from "vitest";
import { evenPieces } from "./even-pieces.ts";

it("keeps every byte in its place, in pieces of 8 to 16 KiB", async () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 10_000, max: 200_000 })), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(sizes, async (lengths) => {
      const chunks = lengths.map((length, index) => Buffer.alloc(length, index));
      const pieces: Buffer[] = [];
      for await (const piece of evenPieces(one(chunks))) pieces.push(piece);
      expect(Buffer.concat(pieces).equals(Buffer.concat(chunks))).toBe(true);
      for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(16 * 1024);
      expect(pieces.length).toBeLessThanOrEqual(1 + 2 * Math.ceil(Buffer.concat(chunks).length / (8 * 1024)));
    }),
    { numRuns: 200 },
  );
});

async function* one(chunks: Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}
