import type { IncomingHttpHeaders } from "node:http";

const POLICY =
  /^default-src 'self'; script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic'; .*object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'/;

const EVERYWHERE: Readonly<Record<string, RegExp>> = {
  "content-security-policy": POLICY,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^same-origin$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
};
const WITH_HTTPS = { ...EVERYWHERE, "strict-transport-security": /^max-age=31536000; includeSubDomains$/ };

/** Which of the headers that every answer carries this one lacks, or has otherwise. */
export const lacking = (headers: IncomingHttpHeaders, https = false): string[] =>
  Object.entries(https ? WITH_HTTPS : EVERYWHERE).flatMap(([name, pattern]) =>
    pattern.test(String(headers[name])) ? [] : [`${name}: ${headers[name]}`],
  );
