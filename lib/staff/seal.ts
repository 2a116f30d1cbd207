import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { secret } from "./secret.ts";

const NONCE = 12;
const TAG = 16;

/**
 * `value` (anything that JSON holds) as base64url that nobody outside can read or change: a list's cursor holds the key
 * of a contact, and no email may stand in an address. Opens only under the same `purpose`.
 */
export async function seal(value: unknown, purpose: string): Promise<string> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", await keyFor(purpose), nonce, { authTagLength: TAG });
  const hidden = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString("base64url");
}

/** What was sealed for this purpose; null for anything else, however it came about. */
export async function unseal(text: string, purpose: string): Promise<unknown> {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length <= NONCE + TAG || bytes.toString("base64url") !== text) return null;
  const decipher = createDecipheriv("aes-256-gcm", await keyFor(purpose), bytes.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  const opened = decipher.update(bytes.subarray(NONCE + TAG));
  try {
    return JSON.parse(Buffer.concat([opened, decipher.final()]).toString("utf8"));
  } catch {
    return null; // forged, or cut
  }
}

/** A key for each purpose, so that what was sealed for one means nothing to another. */
async function keyFor(purpose: string): Promise<Buffer> {
  return createHmac("sha256", await secret("seal"))
    .update(purpose)
    .digest();
}
