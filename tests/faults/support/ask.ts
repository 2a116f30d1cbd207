import type { Place } from "./place.ts";

export type Answer<Body = unknown> = { status: number; body: Body; headers: Headers };

type Asked = { body?: string | object; headers?: Record<string, string>; address?: string; withinMs?: number };

/** Asks the API as a program does. An answer of any status is an answer; no answer within `withinMs` throws. */
export async function ask<Body>(
  { app, apiKey }: Pick<Place, "app" | "apiKey">,
  method: string,
  path: string,
  { body, headers = {}, address = app.address, withinMs = 60_000 }: Asked = {},
): Promise<Answer<Body>> {
  const isJson = typeof body === "object";
  const response = await fetch(address + path, {
    method,
    body: isJson ? JSON.stringify(body) : body,
    headers: {
      authorization: `Bearer ${apiKey}`,
      ...(body === undefined ? {} : { "content-type": isJson ? "application/json" : "text/csv" }),
      ...headers,
    },
    redirect: "manual",
    signal: AbortSignal.timeout(withinMs),
  });
  const text = await response.text();
  const type = response.headers.get("content-type") ?? "";
  return {
    status: response.status,
    body: (type.includes("json") ? JSON.parse(text) : text) as Body,
    headers: response.headers,
  };
}

/** As `ask`, and any answer but a good one throws. */
export async function demand<Body>(...asked: Parameters<typeof ask>): Promise<Body> {
  const { status, body } = await ask<Body>(...asked);
  if (status >= 300) throw new Error(`${asked[1]} ${asked[2]} → ${status} ${JSON.stringify(body).slice(0, 500)}`);
  return body;
}

/** The status of /healthz; 0 where nobody answers within two seconds. */
export async function health(address: string): Promise<number> {
  try {
    return (await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(2000) })).status;
  } catch {
    return 0;
  }
}
