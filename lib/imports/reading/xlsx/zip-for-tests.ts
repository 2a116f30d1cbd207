import { crc32, deflateRawSync } from "node:zlib";

/** A file of a zip, with what its list of contents says where that differs from the truth. */
export type ZipEntry = {
  name: string;
  data: string | Buffer;
  stored?: boolean;
  encrypted?: boolean;
  claims?: { bytes?: number; crc32?: number; method?: number; offset?: number };
};

/** Written byte by byte, so that it can lie. */
export function zipOf(entries: ZipEntry[], claimedCount = entries.length): Buffer {
  const locals: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data);
    const packed = entry.stored ? data : deflateRawSync(data);
    const header = commonHeader(entry, data, packed);
    const local = Buffer.concat([signature(0x04034b50), header, Buffer.from(entry.name), packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(entry.claims?.offset ?? offset, 10);
    list.push(signature(0x02014b50), Buffer.from([20, 0]), header, central, Buffer.from(entry.name));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(claimedCount, 4);
  end.writeUInt16LE(claimedCount, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, signature(0x06054b50), end]);
}

/** The 26 bytes that an entry and its line in the list of contents have in common. */
function commonHeader(entry: ZipEntry, data: Buffer, packed: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(0x800 | (entry.encrypted ? 1 : 0), 2);
  header.writeUInt16LE(entry.claims?.method ?? (entry.stored ? 0 : 8), 4);
  header.writeUInt32LE(entry.claims?.crc32 ?? crc32(data), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(entry.claims?.bytes ?? data.length, 18);
  header.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return header;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
