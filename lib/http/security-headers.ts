import { createHash } from "node:crypto";

/*
 * What every answer carries, whoever makes it: pages, handlers, errors, static files. Set by the server around Next
 * (scripts/serve.ts), so that nothing can be forgotten.
 */

/**
 * `nonce` is fresh for each request. Next reads it out of this very policy on the request, and puts it on each script
 * that it writes; those may load further ones ('strict-dynamic').
 */
export function contentSecurityPolicy(nonce: string, https: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    // No 'unsafe-inline': a style attribute in a component does nothing, a class does.
    `style-src 'self' 'nonce-${nonce}'`,
    // But for the one that React writes around what it sends later of a picture (SVG): the text `display:none`.
    `style-src-attr 'unsafe-hashes' 'sha256-${HIDDEN}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

const HIDDEN = createHash("sha256").update("display:none").digest("base64");

/** `https`: people reach the product by https, as PUBLIC_URL says. */
export function securityHeaders(nonce: string, https: boolean): Record<string, string> {
  return {
    "content-security-policy": contentSecurityPolicy(nonce, https),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY", // frame-ancestors, for browsers that do not know it
    // Not no-referrer: with that a browser sends `Origin: null` with our own forms, and they would be refused as foreign.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...(https ? { "strict-transport-security": `max-age=${ONE_YEAR}; includeSubDomains` } : {}),
  };
}

const ONE_YEAR = 365 * 24 * 60 * 60;

/** Personal data stays out of every cache. Only what the build made and what lies in `public/` keeps its own rule. */
export function mayBeCached(pathname: string, publicFiles: ReadonlySet<string>): boolean {
  return pathname.startsWith("/_next/static/") || publicFiles.has(pathname);
}
