import { describe, expect, it } from "vitest";
import { type Import, importsIn, importsOfFile, sourceFiles } from "./support/imports.ts";

/** Who may import whom. What no layer may: scripts, tests, bench. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  app: ["app", "lib", "components"],
  components: ["components"],
  lib: ["lib", "db"],
  db: ["db"],
};

const layers = Object.keys(MAY_IMPORT);
const imports = sourceFiles(layers).flatMap(importsOfFile);

describe("the layers", () => {
  it("are imported downward only: app → lib → db, app → components", () => {
    expect(imports.length).toBeGreaterThan(50); // they were found at all
    expect(imports.filter(isForbidden).map(inWords)).toEqual([]);
  });

  it("have no circles", () => {
    expect(circles(imports)).toEqual([]);
  });
});

describe("this check", () => {
  it.each([
    ["app/page.tsx", 'import { db } from "#db/client.ts";'],
    ["app/(staff)/logs/page.tsx", 'import type { Db } from "../../../db/client.ts";'],
    ["lib/imports/queries.ts", 'import { Table } from "#components/table.tsx";'],
    ["lib/imports/queries.ts", 'export { default } from "#app/page.tsx";'],
    ["lib/imports/queries.ts", 'const page = await import("../../app/page.tsx");'],
    ["components/table.tsx", 'type Row = import("#lib/contacts/row.ts").Row;'],
    ["components/table.tsx", 'export type { Row } from "../lib/contacts/row.ts";'],
    ["db/client.ts", 'import "#lib/problem.ts";'],
    ["lib/staff/session.ts", 'import { ROOT } from "#scripts/root.ts";'],
  ])("fails where %s says %s", (file, source) => {
    expect(importsIn(file, source).filter(isForbidden)).toHaveLength(1);
  });

  it.each([
    ["app/page.tsx", 'import { list } from "#lib/profiles/queries.ts"; import { Table } from "#components/table.tsx";'],
    ["lib/staff/session.test.ts", 'import { createTestDatabase } from "#tests/support/test-database.ts";'],
    ["lib/staff/session.ts", '// import "#app/page.tsx"\nconst text = \'import "#app/page.tsx"\';'],
  ])("lets %s say %s", (file, source) => {
    expect(importsIn(file, source).filter(isForbidden)).toEqual([]);
  });

  it("fails on a circle, and not on one of types alone", () => {
    const circle = [step("lib/a.ts", "lib/b.ts"), step("lib/b.ts", "lib/c.ts"), step("lib/c.ts", "lib/a.ts")];
    expect(circles(circle)).toEqual(["lib/a.ts → lib/b.ts → lib/c.ts → lib/a.ts"]);
    expect(circles([step("lib/a.ts", "lib/b.ts"), { ...step("lib/b.ts", "lib/a.ts"), typeOnly: true }])).toEqual([]);
  });
});

const step = (from: string, to: string): Import => ({ from, to, typeOnly: false });

/** A test beside the code may also look into the tables and use what tests share. */
function isForbidden({ from, to }: Import): boolean {
  const allowed = MAY_IMPORT[layerOf(from)] ?? [];
  const forTests = /\.test\.tsx?$/.test(from) ? ["db", "tests"] : [];
  return ![...allowed, ...forTests].includes(layerOf(to));
}

const layerOf = (path: string) => path.split("/", 1)[0] ?? "";
const inWords = ({ from, to }: Import) => `${from} imports ${to}`;

/** Each circle once, as the path that a search from its first file walks. */
function circles(edges: Import[]): string[] {
  const next = Map.groupBy(
    edges.filter(({ typeOnly }) => !typeOnly),
    ({ from }) => from,
  );
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: string[]) => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(" → "));
    if (done.has(file) || path.includes(file)) return;
    for (const { to } of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}
