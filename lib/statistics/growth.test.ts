import fc from "fast-check";
import { expect, test } from "vitest";
import type { Arrivals } from "./arrivals.ts";
import { growthOf } from "./growth.ts";
import { PERIODS, periodOf, stepPeriod } from "./periods.ts";
import { byImport, byOrigin } from "./sources.ts";

const TODAY = "2026-03-29";
const day = fc
  .date({ min: new Date("2022-01-01"), max: new Date(TODAY), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const count = fc.integer({ min: 1, max: 1000 });
const found = fc.record({
  added: fc.array(fc.record({ day, importId: fc.integer({ min: 0, max: 3 }), count })),
  left: fc.array(fc.record({ day: fc.option(day), status: fc.constantFrom("unsubscribed", "bounced"), count })),
});
const arrivalsOf = ({ added, left }: Pick<Arrivals, "added" | "left">): Arrivals => ({
  contacts: added.reduce((sum, each) => sum + each.count, 0),
  added,
  left,
  imports: [{ id: 1, origin: "csv", fileName: "a.csv", reference: "", createdAt: new Date(0) }],
});

test("every contact is in exactly one period or in what lies before them, and the last period ends with all", () => {
  fc.assert(
    fc.property(found, fc.constantFrom(...PERIODS), (raw, period) => {
      const arrivals = arrivalsOf(raw as Arrivals);
      const { periods, earlier } = growthOf(arrivals, period, TODAY);
      const sum = (name: "added" | "unsubscribed" | "bounced") =>
        periods.reduce((all, each) => all + each[name], earlier[name]);
      const left = (status: string) =>
        arrivals.left.filter((each) => each.status === status).reduce((all, each) => all + each.count, 0);
      expect(sum("added")).toBe(arrivals.contacts);
      expect(sum("unsubscribed")).toBe(left("unsubscribed"));
      expect(sum("bounced")).toBe(left("bounced"));
      expect(periods.at(-1)).toMatchObject({ first: periodOf(TODAY, period), total: arrivals.contacts });
      for (const [at, each] of periods.entries()) {
        if (at > 0) expect(each.first).toBe(stepPeriod(periods[at - 1]?.first ?? "", period, 1));
        expect(each.added).toBe(
          arrivals.added
            .filter((one) => periodOf(one.day, period) === each.first)
            .reduce((all, one) => all + one.count, 0),
        );
      }
    }),
  );
});

test("every contact has one origin, and who came with an import one import", () => {
  fc.assert(
    fc.property(found, (raw) => {
      const arrivals = arrivalsOf(raw as Arrivals);
      const alone = arrivals.added.filter(({ importId }) => importId === 0).reduce((all, each) => all + each.count, 0);
      const origins = byOrigin(arrivals);
      const imports = byImport(arrivals);
      expect(origins.reduce((all, each) => all + each.count, 0)).toBe(arrivals.contacts);
      expect(imports.reduce((all, each) => all + each.count, 0)).toBe(arrivals.contacts - alone);
      expect(origins.find(({ origin }) => origin === null)?.count ?? 0).toBe(alone);
      expect([...imports].sort((a, b) => b.count - a.count)).toEqual(imports);
    }),
  );
});
