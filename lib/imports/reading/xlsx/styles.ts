import { damaged } from "./damaged.ts";
import { builtInKind, kindOfFormat, type NumberKind } from "./number-format.ts";
import { readXml } from "./xml-reader.ts";

/** What a number stands for, by the index of its cell's style. */
export async function readStyles(pieces: AsyncIterable<Buffer>): Promise<NumberKind[]> {
  const own = new Map<number, NumberKind>();
  const formatOfStyle: number[] = [];
  let inCellStyles = false;
  await readXml(pieces, {
    open(name, { numFmtId, formatCode }) {
      if (name === "cellXfs") inCellStyles = true;
      if (name === "numFmt") own.set(Number(numFmtId), kindOfFormat(formatCode ?? ""));
      if (name === "xf" && inCellStyles) formatOfStyle.push(Number(numFmtId ?? 0));
      if (own.size > MAX_STYLES || formatOfStyle.length > MAX_STYLES) throw damaged("a workbook with too many styles");
    },
    text() {},
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return formatOfStyle.map((id) => own.get(id) ?? builtInKind(id));
}

/** Excel itself stops at 65,490. */
const MAX_STYLES = 70_000;
