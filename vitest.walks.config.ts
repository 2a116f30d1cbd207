import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { UNSET_SETTINGS } from "./tests/support/settings.ts";

/** The walk over every page, in each language, takes as long as a worker does all others: it begins first. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith("every-page.walk.ts");
    const others = await super.sort(files.filter((file) => !isLongest(file)));
    return [...files.filter(isLongest), ...others];
  }
}

/**
 * Through the built product, started as a person starts it: walks in a browser (tests/walks), starting and stopping it
 * (tests/runtime), and the quick ones of the faults (tests/faults). The products of the walks share one database server.
 */
export default defineConfig({
  test: {
    include: ["walks", "runtime", "faults"].map((folder) => `tests/${folder}/**/*.walk.ts`),
    globalSetup: ["tests/support/database-server.ts", "tests/walks/support/build.ts"],
    env: UNSET_SETTINGS,
    pool: "forks",
    sequence: { sequencer: LongestFirst },
    // One more than the cores: a walk waits for its page half of the time.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As long as Playwright waits for what a page shows: vitest's own second is short for a machine that is busy.
    expect: { poll: { timeout: 30_000 } },
  },
});
