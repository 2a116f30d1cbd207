import { Secret } from "otpauth";
import { expect, it } from "vitest";
import { newTotpSecret, stepOfCode, totpAddress } from "./totp.ts";

const SECRET = Secret.fromLatin1("12345678901234567890").base32;

/** RFC 6238, appendix B, for SHA-1; the last six of the eight digits there. */
it.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at second %i the code is %s", (second, code) => {
  expect(stepOfCode(SECRET, code, new Date(second * 1000))).toBe(Math.floor(second / 30));
});

it("takes the code of the half minute before and after, and no other", () => {
  const at = (second: number) => stepOfCode(SECRET, "005924", new Date(second * 1000));
  const step = Math.floor(1_234_567_890 / 30);
  expect([-60, -30, 0, 30, 60].map((off) => at(1_234_567_890 + off))).toEqual([null, step, step, step, null]);
});

it("makes secrets of 160 bits, and an address that apps know", () => {
  const secret = newTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(secret);
  expect(totpAddress(secret, "ana@example.com")).toBe(
    `otpauth://totp/Rollbook:ana%40example.com?issuer=Rollbook&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  );
});
