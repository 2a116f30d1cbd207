import { createHash, createHmac, randomBytes } from "node:crypto";

/** A token that nobody guesses: 32 random bytes in base64url, 43 characters. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** Of a token that is random enough by itself; a plain hash, for it is looked up by it. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Of something that can be guessed, such as an email: worth nothing without the key. */
export const keyedHash = (key: Buffer, text: string): string => createHmac("sha256", key).update(text).digest("hex");
