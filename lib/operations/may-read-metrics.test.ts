import { expect, it } from "vitest";
import { mayReadMetrics } from "./may-read-metrics.ts";

const METRICS_TOKEN = "a token of some length";
const NONE = { METRICS_TOKEN: undefined, PUBLIC_URL: undefined };
const PUBLIC = { ...NONE, PUBLIC_URL: "https://contacts.example.com" };

it.each([
  ["a program on this machine", null, "127.0.0.1", NONE, true],
  ["the same by IPv6", null, "::1", NONE, true],
  ["another machine", null, "10.0.0.7", NONE, false],
  ["nobody that can be told", null, "", NONE, false],
  ["what stands on this machine behind a public address, maybe a proxy", null, "127.0.0.1", PUBLIC, false],
  ["whoever has the token, from anywhere", `Bearer ${METRICS_TOKEN}`, "10.0.0.7", { ...PUBLIC, METRICS_TOKEN }, true],
  ["this machine without the token that is set", null, "127.0.0.1", { ...NONE, METRICS_TOKEN }, false],
  ["a wrong token", "Bearer another one of this length", "127.0.0.1", { ...NONE, METRICS_TOKEN }, false],
  ["an empty token where none is set", "Bearer ", "10.0.0.7", NONE, false],
])("%s: may it read the figures?", (_, authorization, place, settings, may) => {
  expect(mayReadMetrics(authorization, place, settings)).toBe(may);
});
