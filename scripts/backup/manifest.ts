import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import journal from "#db/migrations/meta/_journal.json" with { type: "json" };

/*
 * What lies in a backup: a folder with a file for each table and this account of them.
 *
 *   manifest.json                 all of the below
 *   audience.profile_1.copy.gz    the rows as COPY writes them (text format), compressed
 */

const table = z.strictObject({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.int(),
  /** Of the rows before they were compressed. */
  sha256: z.string(),
  /** Absent for the fixed tables, which migrations make: how this one is made, and what comes once it is filled. */
  definition: z.strictObject({ create: z.string(), after: z.array(z.string()) }).optional(),
});

const schema = z.strictObject({
  format: z.literal(1),
  madeAt: z.string(),
  /** The last migration: only a version with the same one can restore it. */
  migration: z.string(),
  tables: z.array(table),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string(), called: z.boolean() })),
  /** Work that waits: of ids alone. */
  jobs: z.array(
    z.strictObject({
      task: z.string(),
      payload: z.unknown(),
      queue: z.string().nullable(),
      key: z.string().nullable(),
    }),
  ),
});

export type Manifest = z.infer<typeof schema>;
export type TableEntry = z.infer<typeof table>;

/** Of this version of Rollbook. */
export const PRESENT_MIGRATION: string = journal.entries.at(-1)?.tag ?? "";

export const fileOf = (folder: string, { schema, name }: Pick<TableEntry, "schema" | "name">): string =>
  join(folder, `${schema}.${name}.copy.gz`);

export function readManifest(folder: string): Manifest {
  return schema.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
}

export function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true });
}
