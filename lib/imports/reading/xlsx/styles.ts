import { say } from "#lib/text/words.ts";
import { damaged } from "./damaged.ts";
import { builtInKind, kindOfFormat, type NumberKind } from "./number-format.ts";
import { readXml } from "./xml-reader.ts";

/** What a number stands for, by the index of its cell's style. */
export async function readStyles(pieces: AsyncIterable<Buffer>): Promise<NumberKind[]> {
  const own = new Map<number, NumberKind>();
  const formatOfStyle: number[] = [];
  let list = "";
  await readXml(pieces, {
    open(name, { numFmtId, formatCode }) {
      if (LISTS.has(name)) list = name;
      if (name === "numFmt" && list === "numFmts") own.set(Number(numFmtId), kindOfFormat(formatCode ?? ""));
      if (name === "xf" && list === "cellXfs") formatOfStyle.push(Number(numFmtId ?? 0));
      if (own.size > MAX_STYLES || formatOfStyle.length > MAX_STYLES)
        throw damaged(say("a workbook with too many styles"));
    },
    text() {},
    close(name) {
      if (name === list) list = "";
    },
  });
  return formatOfStyle.map((id) => own.get(id) ?? builtInKind(id));
}

/** Other lists have elements of the same names, with numbers of their own: the styles of conditions, for one. */
const LISTS = new Set(["numFmts", "cellXfs"]);

/** Excel itself stops at 65,490. */
const MAX_STYLES = 70_000;
