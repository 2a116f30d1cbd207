import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { logEvent } from "#lib/operations/log.ts";
import { countRequest } from "#lib/operations/meters.ts";

/**
 * Gives a request its id, which its answer carries too, and writes one line when it is over. The line holds the route's
 * pattern: no address with what stands in it, no query.
 */
export function observe(request: IncomingMessage, response: ServerResponse, route: string): string {
  const id = randomBytes(8).toString("hex");
  const begun = performance.now();
  const method = request.method ?? "";
  response.setHeader("x-request-id", id);
  response.once("close", () => {
    const seconds = (performance.now() - begun) / 1000;
    const gone = !response.writableFinished;
    countRequest(method, route, response.statusCode, seconds);
    logEvent("request", {
      id,
      method,
      route,
      status: response.statusCode,
      ms: Math.round(seconds * 1000),
      bytesIn: Number(request.headers["content-length"]) || undefined,
      clientGone: gone || undefined,
    });
  });
  return id;
}
