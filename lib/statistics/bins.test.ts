import fc from "fast-check";
import { expect, test } from "vitest";
import { binsOf, spread, thresholds } from "./bins.ts";
import { estimateDistinct } from "./sample.ts";

const day = (text: string) => Date.parse(text) / 86_400_000;
const place = fc.integer({ min: -100_000, max: 100_000 });

test("bars begin at round values", () => {
  expect(thresholds(3, 97, "number")).toEqual([
    0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100,
  ]);
  expect(thresholds(day("2020-01-01"), day("2021-01-01"), "day")).toContain(day("2020-07-01"));
  expect(thresholds(day("2026-03-01"), day("2026-03-02"), "day")).toEqual([day("2026-03-01"), day("2026-03-02")]);
});

test("edges rise, whatever the values", () => {
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 50_000 }), fc.constantFrom("number", "day"), (low, width, kind) => {
      const edges = thresholds(low, low + width, kind as "number" | "day");
      expect(edges.length).toBeGreaterThan(1);
      expect([...new Set(edges)].sort((a, b) => a - b)).toEqual(edges);
    }),
  );
});

test("every weight is in one bar, and a value on an edge is in the bar that begins there", () => {
  expect(spread([{ from: 10, to: 10, weight: 4 }], [0, 10, 20])).toEqual([0, 0, 4, 0]);
  expect(spread([{ from: 0, to: 20, weight: 4 }], [0, 10, 20])).toEqual([0, 2, 2, 0]);
  const stretches = fc.array(
    fc.tuple(place, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 99 })).map(([from, more, weight]) => ({
      from,
      to: from + more,
      weight,
    })),
  );
  fc.assert(
    fc.property(stretches, fc.uniqueArray(place, { minLength: 1 }), (all, places) => {
      const edges = places.sort((a, b) => a - b);
      const weights = spread(all, edges);
      expect(weights).toHaveLength(edges.length + 1);
      expect(Math.min(...weights)).toBeGreaterThan(-1e-6);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(
        all.reduce((sum, { weight }) => sum + weight, 0),
        5,
      );
    }),
  );
});

test("bars that are empty at the ends are left out", () => {
  expect(binsOf([0, 10, 20], [0, 0, 3, 0])).toEqual([{ from: 10, to: 20, count: 3 }]);
  expect(binsOf([0, 10], [1, 0, 2])).toEqual([
    { from: null, to: 0, count: 1 },
    { from: 0, to: 10, count: 0 },
    { from: 10, to: null, count: 2 },
  ]);
});

test("different values are estimated from a sample as PostgreSQL does, and counted without one", () => {
  const tenth = { share: 0.1 } as Parameters<typeof estimateDistinct>[3];
  expect(estimateDistinct(100, 3, 0, tenth)).toBe(3);
  expect(estimateDistinct(100, 100, 100, tenth)).toBe(1000);
  expect(estimateDistinct(100, 90, 85, { ...tenth, share: 1 })).toBe(90);
});
