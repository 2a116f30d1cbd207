import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { removeScratch, scratchFolder } from "#tests/support/scratch.ts";
import { mergeRootScripts } from "./merge-root-scripts.ts";

const next = scratchFolder("merge");
afterAll(() => removeScratch(next));

const A = "static/chunks/a.js";
const B = "static/chunks/b.js";
const RUNTIME = "static/chunks/turbopack-r.js";

function write(file: string, text: string): void {
  mkdirSync(dirname(join(next, file)), { recursive: true });
  writeFileSync(join(next, file), text);
}
const read = (file: string) => readFileSync(join(next, file), "utf8");

it("makes one script of all that every page loads, under a name of its own, and names it in every manifest", async () => {
  const manifest = { rootMainFiles: [A, B, RUNTIME], "/page": { otherChunks: [A, B], runtimeModuleIds: [1] } };
  const files = ["build-manifest.json", "server/app/(staff)/page/build-manifest.json"];
  write(A, "push(1);");
  write(B, "push(2);");
  for (const file of files) write(file, JSON.stringify(manifest, null, 2));
  write("server/middleware-build-manifest.js", `globalThis.M = ${JSON.stringify(manifest)};`);
  write("server/other.json", JSON.stringify(manifest));

  await mergeRootScripts(next);
  const { rootMainFiles } = JSON.parse(read("build-manifest.json"));
  const [merged] = rootMainFiles;
  expect(rootMainFiles).toEqual([merged, RUNTIME]);
  expect(merged).toMatch(/^static\/chunks\/root-[0-9a-f]{16}\.js$/);
  expect(read(merged)).toBe("push(1),push(2);");
  for (const file of [...files, "server/middleware-build-manifest.js"]) {
    expect(read(file)).not.toContain(A);
    expect(read(file).split(merged)).toHaveLength(3);
  }
  expect(read("server/other.json")).toContain(A);

  // Other bytes are another name: browsers keep scripts for ever.
  for (const file of files) write(file, JSON.stringify(manifest));
  write(B, "push(3);");
  await mergeRootScripts(next);
  expect(JSON.parse(read("build-manifest.json")).rootMainFiles[0]).not.toBe(merged);
});

it("takes in what nearly every page loads, which no page names any more", async () => {
  const [all, some] = ["static/chunks/all.js", "static/chunks/some.js"];
  write("build-manifest.json", JSON.stringify({ rootMainFiles: [A, B, RUNTIME] }));
  write(A, "push(1);");
  write(B, "push(2);");
  write(all, "push(4);");
  write(some, "push(5);");
  const lists = (scripts: string[]) =>
    `M["/page"] = ${JSON.stringify({ chunks: scripts.map((file) => `/_next/${file}`), entry: scripts, css: ["static/chunks/all.css"] })};`;
  const pages = [[all, some], [all], [some, all], [all], []].map((scripts, at) => {
    const file = `server/app/${at}/page_client-reference-manifest.js`;
    write(file, lists(scripts));
    return file;
  });

  await mergeRootScripts(next);
  const [merged] = JSON.parse(read("build-manifest.json")).rootMainFiles;
  expect(read(merged)).toBe("push(1),push(2),push(4);");
  expect(pages.map(read)).toEqual([[some], [], [some], [], []].map(lists));
});

it("leaves a single script as it is", async () => {
  write("build-manifest.json", JSON.stringify({ rootMainFiles: [A, RUNTIME] }));
  await mergeRootScripts(next);
  expect(JSON.parse(read("build-manifest.json")).rootMainFiles).toEqual([A, RUNTIME]);
});
