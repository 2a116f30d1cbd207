import { Secret, TOTP } from "otpauth";

/** What every authenticator app can: six digits of HMAC-SHA-1, a new code each half minute (RFC 6238). */
const KIND = { algorithm: "SHA1", digits: 6, period: 30 } as const;

/** A code of the half minute before or after counts too: clocks differ, and typing takes time. */
const WINDOW = 1;

/** 160 random bits in base32, as apps take them. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code holds. */
export function totpAddress(secret: string, email: string): string {
  return new TOTP({ ...KIND, issuer: "Rollbook", label: email, secret: Secret.fromBase32(secret) }).toString();
}

/** The half minute (since 1970) whose code this is; null for a wrong one. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = TOTP.validate({ ...KIND, token: code, secret: Secret.fromBase32(secret), timestamp, window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: KIND.period, timestamp }) + delta;
}
