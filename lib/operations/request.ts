import { AsyncLocalStorage } from "node:async_hooks";

/*
 * Which request is being answered: the server around Next gives each an id, and a defect names it. Kept on `globalThis`,
 * because Next bundles this file and the server loads it unbundled.
 */

const shared = globalThis as typeof globalThis & { rollbookRequest?: AsyncLocalStorage<string> };
const present = shared.rollbookRequest ?? new AsyncLocalStorage<string>();
shared.rollbookRequest = present;

export const withinRequest = <Answer>(id: string, work: () => Answer): Answer => present.run(id, work);

/** Undefined outside of requests, such as in a job. */
export const presentRequest = (): string | undefined => present.getStore();
