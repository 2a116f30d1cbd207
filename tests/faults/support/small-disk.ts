import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A disk of its own in memory, that can be filled. */
export type SmallDisk = {
  folder: string;
  /** Leaves so many bytes free. */
  fillUpTo(bytesLeft: number): void;
  makeReadOnly(): void;
  /** Gives the room back. */
  empty(): void;
  remove(): void;
};

/** Thrown where this machine lets nobody mount one: then the fault was not run, which is not the same as passed. */
export class NotHere extends Error {
  override readonly name = "NotHere";
}

export function mountSmallDisk(folder: string, megabytes: number): SmallDisk {
  mkdirSync(folder, { recursive: true });
  chmodSync(dirname(folder), 0o711); // the database runs as another user, who must be able to pass
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0711`, "tmpfs", folder], { stdio: "pipe" });
  } catch {
    throw new NotHere("a disk can be mounted by root only");
  }
  const ballast = join(folder, "ballast");
  return {
    folder,
    fillUpTo(bytesLeft) {
      chmodSync(folder, 0o711);
      const { bavail, bsize } = statfsSync(folder);
      const bytes = Math.max(0, bavail * bsize - bytesLeft);
      try {
        writeFileSync(ballast, Buffer.alloc(bytes));
      } catch (error) {
        // The database took the last of it first: as full as it was to be.
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      }
    },
    makeReadOnly: () => void execFileSync("mount", ["-o", "remount,ro", folder], { stdio: "pipe" }),
    empty: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync("umount", ["--lazy", folder], { stdio: "pipe" });
      rmSync(dirname(folder), { recursive: true, force: true });
    },
  };
}
