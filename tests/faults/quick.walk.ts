import { afterAll, describe, it } from "vitest";
import { FAULTS } from "./catalogue.ts";
import { oneRun } from "./support/one-run.ts";
import { makePlace } from "./support/place.ts";

/* The quick ones of the faults, always with the same seeds. All of them, for as long as one likes: npm run test:faults. */

const place = await makePlace();
afterAll(() => place.leave());

describe("whatever breaks, nothing is lost and nothing is half", () => {
  const quick = FAULTS.flatMap((fault) =>
    Array.from({ length: fault.quick }, (_, seed) => ({ ...fault, fault, seed })),
  );
  it.each(quick)("$id: $what (--seed $seed --turn $seed)", async ({ fault, seed }) => {
    await oneRun(place, fault, seed, seed);
  });
});
