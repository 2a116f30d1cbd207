import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { withoutUnusedExports } from "./unused-exports.ts";

/*
 * React, the router and what every page of ours has are several scripts that all pages load. As one they weigh 6 kB less, for
 * Brotli knows each by the others. Next has no setting for that (`turbopackChunking` does not merge scripts of that size).
 */

/**
 * Writes them as one beside them, and names it wherever a manifest of the build in `next` lists them one after the other;
 * what pages name beside it is not named any more. They stay where they are for the two pages of errors that are drawn by
 * the build itself. Where the build is made otherwise than expected it stays as it is: `every-page.walk.ts` then finds
 * pages too heavy.
 */
export async function mergeRootScripts(next: string): Promise<void> {
  const parts = rootScripts(next);
  if (parts.length < 2) return;
  const shared = sharedScripts(next);
  const whole = await oneOf(next, [...parts, ...shared]);
  const hash = createHash("sha256").update(whole).digest("hex").slice(0, 16);
  const merged = `${CHUNKS}/root-${hash}.js`;
  writeFileSync(join(next, merged), whole);
  const listed = new RegExp(parts.map((file) => quoted(file)).join("\\s*,\\s*"), "g");
  for (const manifest of serverFiles(next, MANIFESTS).concat(join(next, "build-manifest.json"))) {
    const text = readFileSync(manifest, "utf8");
    writeFileSync(manifest, text.replace(listed, JSON.stringify(merged)));
  }
  for (const manifest of serverFiles(next, CLIENT_MANIFEST)) {
    writeFileSync(manifest, listsWithout(shared, readFileSync(manifest, "utf8")));
  }
}

/** These scripts as one, without what no script names. */
function oneOf(next: string, scripts: readonly string[]): Promise<string> {
  const text = (file: string) => readFileSync(join(next, file), "utf8");
  const all = readdirSync(join(next, CHUNKS)).map((file) => `${CHUNKS}/${file}`);
  const others = all.filter((file) => isScript(file) && !scripts.includes(file) && !isMerged(file)).map(text);
  const named = new Set(
    serverFiles(next, CLIENT_MANIFEST).flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/"id":"?(\d+)/g)].map(([, id = ""]) => id),
    ),
  );
  return withoutUnusedExports(scripts.map(text).join("\n"), { others, named });
}

/** Of the pages that load a script, so many make it one of all: those of a guest, and of errors, are few. */
const NEARLY_ALL = 0.8;

/** What nearly every page loads beside the root scripts. */
function sharedScripts(next: string): string[] {
  // Handlers have no page.
  const ofPages = serverFiles(next, CLIENT_MANIFEST)
    .map(scriptsIn)
    .filter((scripts) => scripts.size > 0);
  const named = new Set(ofPages.flatMap((scripts) => [...scripts]));
  const share = (script: string) => ofPages.filter((scripts) => scripts.has(script)).length / ofPages.length;
  return [...named].filter((script) => share(script) >= NEARLY_ALL).sort();
}

/** Those that the manifest of a page's client components names. */
const scriptsIn = (manifest: string): ReadonlySet<string> =>
  new Set(
    readFileSync(manifest, "utf8")
      .match(/static\/chunks\/[\w~.-]+/g)
      ?.filter(isScript),
  );

/** A manifest names styles as well. */
const isScript = (file: string): boolean => file.endsWith(".js");

/** The text of a manifest, whose lists of scripts name none of `scripts`. */
function listsWithout(scripts: readonly string[], text: string): string {
  const names = scripts.flatMap((script) => [`"/_next/${script}"`, `"${script}"`]);
  const places = names.flatMap((name) => [`${name},`, `,${name}`, name]);
  return places.reduce((left, place) => left.replaceAll(place, ""), text);
}

/** All but the runtime, which waits for the others under their names. */
function rootScripts(next: string): string[] {
  const { rootMainFiles } = JSON.parse(readFileSync(join(next, "build-manifest.json"), "utf8"));
  return (rootMainFiles as string[]).filter((file) => !basename(file).startsWith("turbopack-"));
}

/** Of a name as a manifest has it, for a pattern. */
const quoted = (file: string): string => JSON.stringify(file).replaceAll(".", "\\.");

const CHUNKS = "static/chunks";
/** By an earlier build. */
const isMerged = (file: string): boolean => basename(file).startsWith("root-");

const MANIFESTS = /^(build-manifest\.json|middleware-build-manifest\.js)$/;
const CLIENT_MANIFEST = /_client-reference-manifest\.js$/;

const serverFiles = (next: string, name: RegExp): string[] =>
  readdirSync(join(next, "server"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
