import fc from "fast-check";
import { expect, it } from "vitest";
import { datetimeParser } from "#lib/fields/datetime.ts";

const ZONES = ["UTC", "America/Santiago", "Europe/Madrid", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca"];

const inUtc = datetimeParser({ dateOrder: "dmy", timeZone: "UTC" });
const inChile = datetimeParser({ dateOrder: "dmy", timeZone: "America/Santiago" });

it.each([
  ["2025-04-03T14:05:09Z", "2025-04-03T14:05:09Z"],
  ["2025-04-03 14:05", "2025-04-03T14:05:00Z"],
  ["2025-04-03", "2025-04-03T00:00:00Z"],
  ["03/04/2025 2:05 pm", "2025-04-03T14:05:00Z"],
  ["03/04/2025 2:05:09 P. M.", "2025-04-03T14:05:09Z"],
  ["3 de abril de 2025, 14:05", "2025-04-03T14:05:00Z"],
  ["03/04/2025 12:00 am", "2025-04-03T00:00:00Z"],
  ["03/04/2025 12 pm", "2025-04-03T12:00:00Z"],
  ["2025-04-03 14:05:09.123456789", "2025-04-03T14:05:09.123456Z"],
  ["2025-04-03 14:05:09.500+02", "2025-04-03T12:05:09.5Z"],
  ["2025-04-03T00:30:00-0330", "2025-04-03T04:00:00Z"],
  ["2025-04-03 01:00 +05:30", "2025-04-02T19:30:00Z"],
  ["2025-04-03 14:05 UTC", "2025-04-03T14:05:00Z"],
  ["2025-04-03 24:00", "datetime"],
  ["2025-04-03 23:59:60", "datetime"],
  ["2025-04-03 13:00 pm", "datetime"],
  ["2025-04-03 14", "datetime"],
  ["2025-04-03 14:05 CET", "datetime"],
  ["2025-04-03 14:05+16", "datetime"],
  ["14:05", "datetime"],
  ["2025-02-30 14:05", "date_impossible"],
  ["0001-01-01 00:00+01", "date_impossible"],
  ["9999-12-31 23:59-01", "date_impossible"],
])("reads %j", (raw, expected) => {
  const value = inUtc(raw);
  expect(typeof value === "string" ? value : value.reason).toBe(expected);
});

it("moves a time that the clock skips on by the hour, and takes the first of a time that comes twice", () => {
  // Chile: 00:00 became 01:00 on 7 September 2025, and midnight became 23:00 on 5 April 2025.
  expect(inChile("2025-09-07 00:30")).toBe("2025-09-07T04:30:00Z");
  expect(inChile("2025-09-07 01:30")).toBe("2025-09-07T04:30:00Z");
  expect(inChile("2025-04-05 23:30")).toBe("2025-04-06T02:30:00Z");
});

it.each(ZONES)("agrees with Intl about the clocks of %s", (timeZone) => {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const parse = datetimeParser({ dateOrder: "ymd", timeZone });
  fc.assert(
    fc.property(fc.integer({ min: -2_208_988_800, max: 4_102_444_800 }), (seconds) => {
      const local = clock.format(seconds * 1000);
      const read = Date.parse(String(parse(local)));
      // Another moment only where the clock showed this time twice, and then the earlier one.
      expect(clock.format(read)).toBe(local);
      expect(read).toBeLessThanOrEqual(seconds * 1000);
    }),
    { numRuns: 200 },
  );
});
