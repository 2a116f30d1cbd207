import { ensureBuilt } from "#scripts/build.ts";

/** Before the first walk: the build of the present sources, so that no product waits for it. */
export default async function setup(): Promise<void> {
  await ensureBuilt(console.log);
}
