import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { readWhole } from "./reading-for-tests.ts";

const folder = dirname(createRequire(import.meta.url).resolve("csv-spectrum"));
const names = readdirSync(join(folder, "csvs")).map((name) => name.replace(".csv", ""));

/** It has quotes inside of cells that are not quoted; and its JSON is of another file: no array, another phone number. */
const BROKEN = "location_coordinates";

it("has eleven sound files and a broken one", () => {
  expect(names).toHaveLength(12);
  expect(names).toContain(BROKEN);
});

it.each(names.filter((name) => name !== BROKEN))("reads csv-spectrum's %s as its authors say", async (name) => {
  const expected: unknown = JSON.parse(readFileSync(join(folder, "json", `${name}.json`), "utf8"));
  const { header, rows } = await readWhole(csv(name));
  const objects = rows.map((row) =>
    "cells" in row ? Object.fromEntries(row.cells.map((cell, at) => [header[at], cell])) : row,
  );
  expect(objects).toEqual(expected);
});

it("rejects the only row of the broken one, and keeps what it holds", async () => {
  const { header, rows } = await readWhole(csv(BROKEN));
  expect(header).toEqual(["Contact Phone Number", "Location Coordinates", "Cities", "Counties"]);
  expect(rows).toEqual([
    {
      line: 2,
      fault: { code: "quote", column: 2 },
      raw: ["2095257564", "37\uFFFD36'37.8\"N 121\uFFFD2'17.9\"W", "Modesto", "Stanislaus"],
    },
  ]);
});

function csv(name: string): Buffer {
  return readFileSync(join(folder, "csvs", `${name}.csv`));
}
