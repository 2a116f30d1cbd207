import { expect, test } from "vitest";
import { inEnglish } from "#lib/text/in-english.ts";
import { describeRule } from "./describe.ts";
import type { Rule } from "./rule.ts";

const lima: Rule = { field: "city", op: "is", value: "Lima" };
const recent: Rule = { field: "last purchase", op: "last days", value: 30 };
const vip: Rule = { field: "vip", op: "yes" };
const names = { profiles: new Map([["k1", "Clients 2026"]]), imports: new Map([[7, "Fair"]]) };

test.each<[Rule, string]>([
  [lima, "city is Lima"],
  [{ all: [lima] }, "city is Lima"],
  [{ all: [lima, recent] }, "city is Lima, and last purchase is in the last 30 days"],
  [{ any: [{ all: [lima, recent] }, vip] }, "(city is Lima and last purchase is in the last 30 days), or vip is yes"],
  [{ none: [lima] }, "not (city is Lima)"],
  [
    { all: [vip, { none: [lima, recent] }] },
    "vip is yes, and not (city is Lima or last purchase is in the last 30 days)",
  ],
  [{ all: [] }, "everybody"],
  [{ none: [] }, "everybody"],
  [{ any: [] }, "nobody"],
  [{ field: "city", op: "is not", value: "black and white" }, "city is not “black and white”"],
  [{ field: "city", op: "contains", value: "a, b" }, "city contains “a, b”"],
  [{ field: "city", op: "is", value: "São Paulo" }, "city is São Paulo"],
  [
    { field: "city", op: "one of", value: ["a", "b", "c", "d", "f", "g", "h"] },
    "city is one of a, b, c, d, f and 2 more",
  ],
  [{ field: "city", op: "none of", value: [] }, "city is none of no value"],
  [{ field: "points", op: ">=", value: 1000 }, "points is at least 1000"],
  [{ field: "points", op: "between", value: [1, 2] }, "points is between 1 and 2"],
  [{ field: "points", op: "<", value: -1234.56789 }, "points is less than -1234.56789"],
  [
    { field: "added", op: "between", value: ["2026-01-31", "2026-02-01"] },
    "added is between 2026-01-31 and 2026-02-01",
  ],
  [{ field: "birthday", op: "anniversary", value: -1 }, "birthday has its anniversary tomorrow"],
  [{ field: "birthday", op: "anniversary", value: 3 }, "birthday had its anniversary 3 days ago"],
  [{ field: "birthday", op: "anniversary month" }, "birthday has its anniversary this month"],
  [{ field: "added", op: "before", value: "2026-01-31" }, "added is before 2026-01-31"],
  [{ field: "added", op: "more than days ago", value: 1 }, "added is more than 1 day ago"],
  [{ field: "added", op: "within more than days", value: 7 }, "added is more than 7 days ahead"],
  [{ field: "city", op: "not empty" }, "city is not empty"],
  [{ profile: "k1", op: "not in" }, "is not in profile Clients 2026"],
  [{ import: 7, op: "in" }, "came with import 7 (Fair)"],
  [{ import: 8, op: "not in" }, "did not come with import 8"],
])("%j is said as “%s”", (rule, sentence) => expect(inEnglish(describeRule(rule, names))).toBe(sentence));
