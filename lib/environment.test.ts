import { expect, it } from "vitest";
import { readEnvironment } from "#lib/environment.ts";

it("needs nothing", () => {
  expect(readEnvironment({})).toMatchObject({
    PORT: 3000,
    HOST: "127.0.0.1",
    DATA_DIR: "./data",
    MAX_UPLOAD_BYTES: 2_147_483_648,
    MAX_ROWS: 20_000_000,
    MAX_COLUMNS: 500,
    TRUST_PROXY: false,
  });
});

it("takes an empty value for no value", () => {
  expect(readEnvironment({ PORT: "", ADMIN_EMAIL: "" })).toEqual(readEnvironment({}));
});

it("keeps the origin of the public address", () => {
  expect(readEnvironment({ PUBLIC_URL: "https://contacts.example.com/" }).PUBLIC_URL).toBe(
    "https://contacts.example.com",
  );
});

it.each([
  [{ PORT: "80a" }, 'PORT is "80a": it must be a port from 1 to 65535, or 0 for any free one.'],
  [{ PORT: "70000" }, 'PORT is "70000": it must be a port from 1 to 65535, or 0 for any free one.'],
  [{ MAX_ROWS: "1e6" }, 'MAX_ROWS is "1e6": it must be a number of rows.'],
  [{ TIME_ZONE: "Chile" }, 'TIME_ZONE is "Chile": it must be a time zone\'s name, such as America/Santiago.'],
  [{ DEFAULT_COUNTRY: "XX" }, 'DEFAULT_COUNTRY is "XX": it must be a country\'s two letters, such as CL.'],
  [{ TRUST_PROXY: "perhaps" }, 'TRUST_PROXY is "perhaps": it must be true or false.'],
  [{ PUBLIC_URL: "contacts.example.com" }, /^PUBLIC_URL is "contacts.example.com": it must be the address/],
  [
    { ADMIN_EMAIL: "ana@example.com" },
    'ADMIN_EMAIL is "ana@example.com": it must be set together with ADMIN_PASSWORD, or neither.',
  ],
])("says what is wrong with %j", (given, message) => {
  expect(() => readEnvironment(given)).toThrow(message);
});

it("names every wrong variable at once", () => {
  expect(() => readEnvironment({ PORT: "x", MAX_COLUMNS: "0" })).toThrow(/PORT.*\nMAX_COLUMNS/);
});

it("never repeats a secret", () => {
  expect(() => readEnvironment({ DATABASE_URL: "mysql://ana:secret@db/rollbook" })).toThrow(
    /^(?!.*secret)DATABASE_URL has a value/,
  );
});
