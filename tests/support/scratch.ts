import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clearTheWay } from "#scripts/postgres/orphan.ts";
import { isAlive } from "#scripts/process-lock.mjs";

/*
 * Temporary folders of test runs. Each is named after the process that made it, so that what a killed run has left,
 * a running database server among it, is found and removed by the next.
 */

/** A fresh folder that only we may enter. */
export function scratchFolder(kind: string): string {
  return mkdtempSync(join(tmpdir(), `rollbook-${kind}-${process.pid}-`));
}

/** Removes the folder; stops the database server of the data folder in it, if one still runs, and removes its data. */
export async function removeScratch(folder: string): Promise<void> {
  for (const file of ["postgres.json", "data/postgres.json", "data/data/postgres.json"].map((name) =>
    join(folder, name),
  )) {
    if (!existsSync(file)) continue;
    const { home } = JSON.parse(readFileSync(file, "utf8")) as { home: string };
    await clearTheWay(join(home, "data"));
    rmSync(home, { recursive: true, force: true }); // it may lie elsewhere
  }
  for (const disk of mountedIn(folder)) execFileSync("umount", ["--lazy", disk]);
  rmSync(folder, { recursive: true, force: true });
}

/** The small disks of tests that fill one. */
function mountedIn(folder: string): string[] {
  if (!existsSync("/proc/mounts")) return [];
  const places = readFileSync("/proc/mounts", "utf8")
    .split("\n")
    .map((line) => line.split(" ")[1] ?? "");
  return places.filter((place) => place.startsWith(`${folder}/`));
}

/** Removes what runs of ours that are dead by now have left. */
export async function sweepScratch(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^rollbook-[a-z]+-(\d+)-/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    if (statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.()) await removeScratch(folder);
  }
}
