import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import { expect, it } from "vitest";
import { parseAst } from "vitest/node";
import { ROOT } from "#scripts/root.ts";
import { sourceFiles } from "./support/imports.ts";

/* No regular expression of the product takes longer than in proportion to the text: recheck tells by theory, or by attack. */

type Regex = { pattern: string; flags: string };

/** Every literal of a file, by how it is written. */
function regexesOf(file: string): [string, Regex][] {
  const found: [string, Regex][] = [];
  const look = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("regex" in node && "raw" in node) found.push([`${file}: ${node.raw}`, node.regex as Regex]);
    for (const child of Object.values(node)) look(child);
  };
  look(parseAst(readFileSync(join(ROOT, file), "utf8"), { lang: file.endsWith("x") ? "tsx" : "ts" }));
  return found;
}

it("none can be made to take long", () => {
  const regexes = new Map(
    sourceFiles(["app", "components", "db", "lib", "scripts"])
      .filter((file) => !/\.test\.|-for-tests/.test(file))
      .flatMap(regexesOf),
  );
  expect(regexes.size).toBeGreaterThan(100);
  const wrong = [...regexes].flatMap(([where, { pattern, flags }]) => {
    // recheck knows no `v`: what it adds are sets of characters, which take no longer.
    const told = checkSync(pattern, flags.replace("v", "u"), { timeout: 30_000 });
    if (told.status === "safe" || SETS.has(pattern)) return [];
    return [`${where} is ${told.status}: ${told.status === "vulnerable" ? told.attack.pattern : ""}`];
  });
  expect(wrong).toEqual([]);
}, 120_000);

/** One character of a set with `--`, which only `v` has. */
const SETS: ReadonlySet<string> = new Set(["[\\p{Cc}--[\\t\\n\\r]]"]);
