import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMON_PASSWORDS } from "./common-passwords.ts";
import { assertGoodPassword, hashPassword, isPassword } from "./password.ts";

describe("a stored password", () => {
  it("is argon2id with 19 MiB, two passes and one lane", async () => {
    expect(await hashPassword("correct horse")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it.each(["correct horse", " leading and trailing ", "contraseña muy larga 🐎", "x".repeat(128), "é".repeat(512)])(
    "is the same again, and nothing else is: %j",
    async (password) => {
      const stored = await hashPassword(password);
      expect(await isPassword(stored, password)).toBe(true);
      expect(await isPassword(stored, `${password}x`)).toBe(false);
      expect(await isPassword(stored, password.slice(0, -1))).toBe(false);
      expect(await isPassword(stored, password.toUpperCase() === password ? "y" : password.toUpperCase())).toBe(false);
    },
  );

  it("of nobody is never right", async () => {
    expect(await isPassword(null, "correct horse")).toBe(false);
  });

  it("is not even looked at over 1,024 bytes", async () => {
    const stored = await hashPassword("x".repeat(1025));
    expect(await isPassword(stored, "x".repeat(1025))).toBe(false);
  });
});

describe("a new password", () => {
  const ana = { email: "maribel@example.com", name: "Maribel Fernández" };
  const wrong = (password: string, person: typeof ana | undefined = ana) => {
    try {
      assertGoodPassword(password, person);
      return null;
    } catch (error) {
      expect(error).toMatchObject({ kind: "invalid", code: "weak_password", details: [{ path: "password" }] });
      return (error as Error).message;
    }
  };

  it.each([
    "qz7-plum",
    "correct horse",
    "fifteen letters",
    "ñandú 🐎 azul",
    "aaaaaaaaaaaaaaa",
    "maribel likes long ones",
  ])("may be %j", (password) => {
    expect(wrong(password)).toBeNull();
  });

  it.each([
    ["", /at least 8/],
    ["qz7-plu", /at least 8/],
    ["🐎🐎🐎🐎🐎🐎🐎", /at least 8/],
    ["password", /most common/],
    ["PassWord", /most common/],
    ["12345678", /most common/],
    ["qwertyuiop", /most common/],
    ["Rollbook-1", /“rollbook”/],
    ["xmaribel99", /“maribel”/],
    ["fernández!", /“fernández”/],
    ["Maribel@Example.com", /not be the email/],
    ["é".repeat(513), /1,024 bytes/],
  ])("may not be %j", (password, words) => {
    expect(wrong(password)).toMatch(words);
  });

  it("may hold the own name when no person is given", () => {
    expect(() => assertGoodPassword("xmaribel99")).not.toThrow();
    expect(() => assertGoodPassword("password")).toThrow(/most common/);
  });

  it("of 15 characters or more is enough by itself, up to 1,024 bytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 15, maxLength: 64 }), (password) => {
        expect(wrong(password) === null).toBe(Buffer.byteLength(password) <= 1024);
      }),
      { numRuns: 200 },
    );
  });

  it("is compared with 3,000 common ones, each of at least eight characters", () => {
    expect(COMMON_PASSWORDS.size).toBe(3000);
    for (const common of COMMON_PASSWORDS) expect(common).toMatch(/^[!-~]{8,}$/);
  });
});
