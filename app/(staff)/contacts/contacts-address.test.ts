import { expect, test } from "vitest";
import { addressWith, readAddress } from "./contacts-address.ts";

test("an address that was made is read again as it was meant", () => {
  const meant = readAddress({
    profile: "7",
    search: "lima",
    status: "bounced",
    f31: ["contains:a:b", "not empty"],
    sort: "31",
    order: "descending",
  });
  const query = new URLSearchParams(addressWith(meant, {}).split("?")[1]);
  expect(readAddress({ ...Object.fromEntries(query), f31: query.getAll("f31") })).toEqual(meant);
  expect(meant.filters).toEqual([
    { about: "f31", op: "contains", value: ["a:b"] },
    { about: "f31", op: "not empty", value: [] },
  ]);
});

test("what an address cannot mean is left out", () => {
  const query = {
    profile: "abc",
    search: "a\0b",
    status: "dead",
    sort: "-1",
    order: "up",
    fx: "is:1",
    page: ["a", "b"],
  };
  expect(readAddress(query)).toEqual({
    profile: 0,
    search: "ab",
    status: undefined,
    filters: [],
    sort: "key",
    descending: false,
    page: null,
  });
});
