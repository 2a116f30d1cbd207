import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "#scripts/root.ts";
import { sourceFiles } from "./support/imports.ts";

/* What may be done in one place only: a second place fails here, and is looked at before it is written down here. */

const product = sourceFiles(["app", "components", "db", "lib", "scripts"]).filter(
  (file) => !/\.test\.|-for-tests/.test(file),
);

/** The files that hold this. */
const filesWith = (pattern: RegExp): string[] =>
  product.filter((file) => pattern.test(readFileSync(join(ROOT, file), "utf8"))).sort();

it("finds the product's files at all", () => {
  expect(product.length).toBeGreaterThan(300);
});

describe("SQL that is no parameter", () => {
  it("is made of ids, in the files that name tables", () => {
    expect(filesWith(/\bsql\.raw\(|\.sql\.raw\b/)).toEqual(["db/member-table.ts", "db/staging-table.ts"]);
  });

  it("is a name of the database's own catalogue, or one of ours with a number, in three more", () => {
    expect(filesWith(/\bsql\.identifier\(/)).toEqual([
      "db/member-index.ts",
      "db/retype-column.ts",
      "lib/imports/check/virtual-changes.ts",
    ]);
  });
});

describe("a file of cells", () => {
  it("leaves by one door", () => {
    expect(filesWith(/"content-type": "text\/csv/i)).toEqual(["app/_doors/csv-response.ts"]);
  });

  it("is written by the one writer that makes formulas safe", () => {
    expect(filesWith(/\bcsvRecord\(/)).toEqual([
      "lib/audit/export-audit.ts",
      "lib/export/formula-safe.ts",
      "lib/imports/rejected-csv.ts",
      "lib/profiles/export-profile.ts",
      "lib/statistics/numbers-csv.ts",
      "scripts/demo/file.ts",
    ]);
    expect(filesWith(/from "csv-stringify|from "papaparse|from "exceljs|from "xlsx/)).toEqual([]);
  });

  it("comes straight out of the database in two cases, whose cells are made safe in SQL; a stored file is no cells", () => {
    const files = filesWith(/\bcopyOut\(/);
    expect(files).toEqual([
      "db/copy-out.ts",
      "lib/contacts/bulk/export-selected.ts",
      "lib/imports/upload/stored-file.ts",
      "lib/profiles/export-profile.ts",
    ]);
    expect(filesWith(/\bformulaSafe\(/)).toEqual([
      "lib/contacts/people-as-csv.ts",
      "lib/export/formula-safe-sql.ts",
      "lib/profiles/export-profile.ts",
    ]);
  });
});

describe("what nobody may do at all", () => {
  it.each([
    ["HTML written from a text", /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write/],
    ["code made of a text", /\beval\(|new Function\(|from "node:vm"/],
    ["a cache of personal data between requests", /"use cache"|unstable_cache|force-static/],
  ])("%s", (_, pattern) => {
    expect(filesWith(pattern)).toEqual([]);
  });
});
