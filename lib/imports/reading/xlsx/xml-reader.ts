import { SaxesParser } from "saxes";
import { say } from "#lib/text/words.ts";
import { UnreadableFile } from "../file-fault.ts";
import { damaged } from "./damaged.ts";
import { MAX_TEXT } from "./xlsx-limits.ts";

/** What a part of a workbook is made of. Names come without their prefix: `x:row` is `row`. */
export type XmlHandler = {
  open(name: string, attributes: Record<string, string>): void;
  text(text: string): void;
  close(name: string): void;
};

type PlainNames = { position: false; xmlns: false };

/** Feeds a handler from pieces of UTF-8. A DOCTYPE, a deep nest or a text without an end are refused. */
export class XmlReader {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  readonly #parser = new SaxesParser<PlainNames>({ position: false, xmlns: false });
  #depth = 0;
  #bytesSinceTag = 0;

  constructor(handler: XmlHandler) {
    this.#parser.on("opentag", (tag) => {
      this.#bytesSinceTag = 0;
      if (++this.#depth > MAX_DEPTH) throw damaged();
      handler.open(localName(tag.name), tag.attributes);
    });
    this.#parser.on("closetag", (tag) => {
      this.#bytesSinceTag = 0;
      this.#depth--;
      handler.close(localName(tag.name));
    });
    this.#parser.on("text", (text) => handler.text(text));
    this.#parser.on("cdata", (text) => handler.text(text));
    this.#parser.on("doctype", () => {
      throw damaged(say("a workbook with a DOCTYPE"));
    });
    this.#parser.on("error", () => {
      throw damaged();
    });
  }

  write(bytes: Buffer): void {
    this.#bytesSinceTag += bytes.length;
    this.#parser.write(this.#decode(bytes));
    if (this.#bytesSinceTag > MAX_TEXT) throw new UnreadableFile({ code: "zip_bomb", limit: MAX_TEXT });
  }

  end(): void {
    this.#parser.write(this.#decode());
    this.#parser.close();
  }

  #decode(bytes?: Buffer): string {
    try {
      return this.#decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (error) {
      if (error instanceof TypeError) throw damaged();
      throw error;
    }
  }
}

/** Reads a part to its end. */
export async function readXml(pieces: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const reader = new XmlReader(handler);
  for await (const piece of pieces) reader.write(piece);
  reader.end();
}

/** A sheet is 10 deep. */
const MAX_DEPTH = 100;

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}
