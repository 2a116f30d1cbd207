import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/*
 * React and the router are several scripts that every page loads together. As one they weigh 4 kB less, for Brotli knows
 * each by the others. Next has no setting for that (`turbopackChunking` does not merge scripts of that size).
 */

/**
 * Writes them as one beside them, and names it wherever a manifest of the build in `next` lists them one after the other.
 * They stay where they are for the two pages of errors that are drawn by the build itself. Where the build is made
 * otherwise than expected it stays as it is: `every-page.walk.ts` then finds pages too heavy.
 */
export function mergeRootScripts(next: string): void {
  const parts = rootScripts(next);
  if (parts.length < 2) return;
  const whole = parts.map((file) => readFileSync(join(next, file), "utf8")).join("\n");
  const hash = createHash("sha256").update(whole).digest("hex").slice(0, 16);
  const merged = `static/chunks/root-${hash}.js`;
  writeFileSync(join(next, merged), whole);
  const listed = new RegExp(parts.map((file) => quoted(file)).join("\\s*,\\s*"), "g");
  for (const manifest of manifestsIn(next)) {
    const text = readFileSync(manifest, "utf8");
    writeFileSync(manifest, text.replace(listed, JSON.stringify(merged)));
  }
}

/** All but the runtime, which waits for the others under their names. */
function rootScripts(next: string): string[] {
  const { rootMainFiles } = JSON.parse(readFileSync(join(next, "build-manifest.json"), "utf8"));
  return (rootMainFiles as string[]).filter((file) => !basename(file).startsWith("turbopack-"));
}

/** Of a name as a manifest has it, for a pattern. */
const quoted = (file: string): string => JSON.stringify(file).replaceAll(".", "\\.");

const MANIFESTS = new Set(["build-manifest.json", "middleware-build-manifest.js"]);

const manifestsIn = (next: string): string[] => [
  join(next, "build-manifest.json"),
  ...readdirSync(join(next, "server"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && MANIFESTS.has(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
];
