import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { COLUMNS } from "./contacts-file.ts";
import type { Installation } from "./installation.ts";

export type ImportAnswer = { id: number; status: string; counts: Record<string, number>; error?: { message: string } };

/** Makes a Regular profile with the generated file's fields; answers its key. */
export async function createProfile(installation: Installation, name: string): Promise<string> {
  const fields = COLUMNS.slice(1).map(({ name: fieldName, type, ...rest }) => ({ name: fieldName, type, ...rest }));
  const body = JSON.stringify({ name, type: "regular", fields });
  const made = await call<{ key: string }>(installation, "POST", "/api/v1/profiles", body, "application/json");
  return made.key;
}

/** Uploads a file and waits until the import stands still; throws unless it is then in `until`. */
export async function importFile(
  installation: Installation,
  profileKey: string,
  path: string,
  query: Record<string, string>,
  until: string,
): Promise<ImportAnswer> {
  const address = `/api/v1/profiles/${profileKey}/imports?${new URLSearchParams(query)}`;
  const body = Readable.toWeb(createReadStream(path, { highWaterMark: 1024 * 1024 }));
  const started = await call<ImportAnswer>(installation, "POST", address, body as ReadableStream, "text/csv");
  return waitFor(installation, started.id, until);
}

/** Waits until an import is in `until`; throws when it ends otherwise. */
export async function waitFor(installation: Installation, id: number, until: string): Promise<ImportAnswer> {
  for (;;) {
    const now = await call<ImportAnswer>(installation, "GET", `/api/v1/imports/${id}`);
    if (now.status === until) return now;
    if (["failed", "interrupted", "cancelled"].includes(now.status))
      throw new Error(`The import ended as ${now.status}: ${now.error?.message}`);
    await sleep(100);
  }
}

export async function call<Answer>(
  { address, apiKey }: Installation,
  method: string,
  path: string,
  body?: string | ReadableStream,
  type?: string,
): Promise<Answer> {
  const response = await fetch(address + path, {
    method,
    body,
    headers: { authorization: `Bearer ${apiKey}`, ...(type ? { "content-type": type } : {}) },
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  } as RequestInit);
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}
