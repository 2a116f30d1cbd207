/**
 * A file of which any part can be read: a zip's list of contents lies at its end.
 * `read` answers with exactly `length` bytes, or fewer only at the end of the file; its errors go through as they are.
 */
export type RandomAccess = { size: number; read(offset: number, length: number): Promise<Buffer> };

/** The same file, read in whole pages of which the last few are kept: a list of contents is read in crumbs. */
export function paged(source: RandomAccess): RandomAccess {
  const pages = new Map<number, Promise<Buffer>>();
  const page = (index: number) => {
    const kept = pages.get(index);
    if (kept) return kept;
    const fresh = source.read(index * PAGE_BYTES, Math.min(PAGE_BYTES, source.size - index * PAGE_BYTES));
    pages.set(index, fresh);
    const oldest = pages.keys().next().value;
    if (pages.size > KEPT_PAGES && oldest !== undefined) pages.delete(oldest);
    return fresh;
  };
  return {
    size: source.size,
    async read(offset, length) {
      const end = Math.min(offset + length, source.size);
      const parts: Buffer[] = [];
      for (let at = offset; at < end; ) {
        const index = Math.floor(at / PAGE_BYTES);
        const bytes = await page(index);
        const part = bytes.subarray(at - index * PAGE_BYTES, end - index * PAGE_BYTES);
        if (part.length === 0) break; // the source is shorter than it says
        parts.push(part);
        at += part.length;
      }
      return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    },
  };
}

const PAGE_BYTES = 256 * 1024;
const KEPT_PAGES = 4;
