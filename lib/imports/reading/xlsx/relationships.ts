import type { Archive } from "./archive.ts";
import { readXml } from "./xml-reader.ts";

/** How a part names the others that it needs: the last word of the type, and the key of the part in the archive. */
export type Relationship = { id: string; type: string; part: string };

/** The relationships of a part, `""` for those of the package itself. Empty where it has none; links outwards are left out. */
export async function readRelationships(archive: Archive, part: string): Promise<Relationship[]> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const pieces = archive.open(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found: Relationship[] = [];
  if (pieces === undefined) return found;
  await readXml(pieces, {
    open(name, { Id = "", Type = "", Target = "", TargetMode }) {
      if (name !== "Relationship" || TargetMode === "External" || !NEEDED.test(Type)) return;
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), part: resolve(folder, Target) });
    },
    text() {},
    close() {},
  });
  return found;
}

/** Both the transitional and the strict kind of workbook end so. */
const NEEDED = /\/(?:officeDocument|worksheet|sharedStrings|styles)$/;

/** `../xl/a.xml` seen from a folder. It only ever becomes the key of a lookup, so a wrong one finds nothing. */
function resolve(folder: string, target: string): string {
  const steps = target.startsWith("/") ? target.split("/") : `${folder}${target}`.split("/");
  const kept: string[] = [];
  for (const step of steps) {
    if (step === "..") kept.pop();
    else if (step !== "" && step !== ".") kept.push(step);
  }
  return kept.join("/");
}
