import { environment } from "#lib/environment.ts";
import { Problem } from "#lib/problem.ts";

/** Where this installation is reached: its public address, and whether a proxy in front is believed. */
type Reached = { PUBLIC_URL?: string; TRUST_PROXY: boolean };

/**
 * The one guard in front of everything that changes something: the request must come from a page of our own.
 * Throws Problem `forbidden`/`foreign_origin`.
 *
 * A browser sends `Origin` with each form and each script's request that changes something; another site cannot write
 * it. Next lets a server action through that has none, and checks nothing in route handlers.
 */
export function assertSameOrigin(headers: Pick<Headers, "get">, reached: Reached = environment()): void {
  if (isFromHere(headers, reached)) return;
  throw new Problem(
    "forbidden",
    "foreign_origin",
    "This request did not come from a page of Rollbook, so nothing was changed. Open the page again and send the form from there.",
  );
}

/** Whether a request comes from a page of our own, as `assertSameOrigin` asks. */
export function isFromHere(headers: Pick<Headers, "get">, reached: Reached = environment()): boolean {
  const origin = headers.get("origin");
  return origin === null ? cameFromHere(headers) : isOwn(origin, headers, reached);
}

/** Written by the browser itself; "none" is a person's own doing (the address bar), never another site's. */
function cameFromHere(headers: Pick<Headers, "get">): boolean {
  const site = headers.get("sec-fetch-site");
  return site === "same-origin" || site === "none";
}

function isOwn(origin: string, headers: Pick<Headers, "get">, { PUBLIC_URL, TRUST_PROXY }: Reached): boolean {
  if (origin === PUBLIC_URL) return true;
  if (!URL.canParse(origin)) return false; // "null": a sandboxed frame, a file, a redirect from elsewhere
  const { protocol, host } = new URL(origin);
  // The host by which the request came, with its port. Its scheme is known only where the public address has https:
  // there a page of the same host without it may be anybody's on the line.
  const own = (TRUST_PROXY ? headers.get("x-forwarded-host") : null) ?? headers.get("host");
  const schemes = PUBLIC_URL?.startsWith("https:") ? ["https:"] : ["http:", "https:"];
  return schemes.includes(protocol) && own !== null && host === own.toLowerCase();
}
