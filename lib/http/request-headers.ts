import type { IncomingHttpHeaders } from "node:http";

/*
 * Which of a request's headers are believed.
 *
 * Next takes the host of its same-origin check from `x-forwarded-host`, and some of its own messages to itself come as
 * headers: a client that sends those could pass for somebody else, or past a check.
 */

const BY_A_PROXY = /^(forwarded|x-forwarded-.*|x-real-ip)$/;

/** What Next says to itself, or what a page's policy is made of. A client has no business sending them. */
const INTERNAL =
  /^(x-middleware-.*|x-invoke-.*|x-matched-path|x-now-route-matches|x-next-.*|x-nextjs-.*|next-resume|x-prerender-.*|content-security-policy.*)$/;

/**
 * Takes out, in place, what must not be believed, and leaves in `x-forwarded-for` exactly one address: that of the
 * client, or behind a trusted proxy what the proxy itself saw (the last entry, the only one a client cannot write).
 */
export function keepTrustedHeaders(headers: IncomingHttpHeaders, from: { address: string; trustProxy: boolean }): void {
  const byProxy = from.trustProxy ? lastEntry(headers["x-forwarded-for"]) : undefined;
  for (const name of Object.keys(headers)) {
    if (INTERNAL.test(name) || (!from.trustProxy && BY_A_PROXY.test(name))) delete headers[name];
  }
  headers["x-forwarded-for"] = byProxy ?? from.address;
}

function lastEntry(value: string | string[] | undefined): string | undefined {
  return (
    String(value ?? "")
      .split(",")
      .at(-1)
      ?.trim() || undefined
  );
}
