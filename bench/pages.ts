import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createProfile, importFile } from "./support/api.ts";
import { writeContactsFile } from "./support/contacts-file.ts";
import { p95 } from "./support/p95.ts";
import type { Bench } from "./support/result.ts";
import { signIn } from "./support/session.ts";

const MOST_MS = 300;
/** A person looks at another page that often. */
const EVERY_MS = 50;

/** How long the pages of others take while a file is uploaded, checked and applied into another profile. */
export const pagesBench: Bench = async ({ installation, folder, rows }) => {
  const [small, large] = [join(folder, "small.csv"), join(folder, "large.csv")];
  await writeContactsFile(small, Math.ceil(rows / 10));
  await writeContactsFile(large, rows);
  const other = await createProfile(installation, "Other");
  await importFile(installation, other, small, {}, "done");
  const profileId = 1; // the first of this installation
  const cookie = await signIn(installation);
  const pages = ["/profiles", `/contacts?profile=${profileId}`, "/contacts", "/logs", `/profiles/${profileId}`];
  for (const page of pages) await ask(page); // the first look at a page loads its code

  const profile = await createProfile(installation, "Bench");
  const all: number[] = [];
  const working = { goesOn: true };
  const begun = performance.now();
  const looking = look();
  await importFile(installation, profile, large, {}, "done");
  working.goesOn = false;
  const seconds = (performance.now() - begun) / 1000;
  await looking;
  const p95ms = p95(all);
  return [
    {
      name: "pages of others during an import",
      rows,
      seconds,
      p95ms,
      target: `p95 of ${all.length} pages at most ${MOST_MS} ms`,
      met: p95ms <= MOST_MS,
    },
  ];

  async function look(): Promise<void> {
    for (let turn = 0; working.goesOn; turn++) {
      all.push(await ask(pages[turn % pages.length] ?? "/"));
      await sleep(EVERY_MS);
    }
  }

  async function ask(page: string): Promise<number> {
    const asked = performance.now();
    const answer = await fetch(installation.address + page, { headers: { cookie }, redirect: "manual" });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${page}: ${answer.status}`);
    return performance.now() - asked;
  }
};
