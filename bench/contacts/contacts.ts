import pg from "pg";
import { fillProfile } from "../support/fill-profile.ts";
import type { Bench } from "../support/result.ts";
import { changeStatusOfMany, deleteProfile, exportAll } from "./deeds.ts";
import { pages } from "./pages.ts";

/** A profile of `rows` members among three times as many people: its pages, export, a change of many, and its end. */
export const contactsBench: Bench = async ({ installation, rows }) => {
  const profile = await fillProfile(installation, { name: "Bench", rows, others: rows * 2 });
  const client = new pg.Client({ connectionString: installation.databaseUrl });
  await client.connect();
  const filled = { ...profile, client };
  try {
    return [
      ...(await pages(installation, filled, rows)),
      await exportAll(installation, filled, rows),
      await changeStatusOfMany(installation, filled, rows),
      await deleteProfile(installation, filled, rows),
    ];
  } finally {
    await client.end();
    await (globalThis as { rollbookPool?: { end(): Promise<void> } }).rollbookPool?.end();
  }
};
