import type { Bench } from "../support/result.ts";
import { changeStatusOfMany, deleteProfile, exportAll } from "./deeds.ts";
import { fill } from "./fill.ts";
import { pages } from "./pages.ts";

/** A profile of `rows` members among three times as many people: its pages, export, a change of many, and its end. */
export const contactsBench: Bench = async ({ installation, rows }) => {
  const filled = await fill(installation, rows);
  try {
    return [
      ...(await pages(installation, filled, rows)),
      await exportAll(installation, filled, rows),
      await changeStatusOfMany(installation, filled, rows),
      await deleteProfile(installation, filled, rows),
    ];
  } finally {
    await filled.client.end();
    await (globalThis as { rollbookPool?: { end(): Promise<void> } }).rollbookPool?.end();
  }
};
