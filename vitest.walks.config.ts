import { defineConfig } from "vitest/config";
import { UNSET_SETTINGS } from "./tests/support/settings.ts";

/**
 * Through the built product, started as a person starts it: walks in a browser (tests/walks), and starting, stopping
 * and breaking it (tests/runtime). The products of the walks share one database server.
 */
export default defineConfig({
  test: {
    include: ["tests/walks/**/*.walk.ts", "tests/runtime/**/*.walk.ts"],
    globalSetup: ["tests/support/database-server.ts", "tests/walks/support/build.ts"],
    env: UNSET_SETTINGS,
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As long as Playwright waits for what a page shows: vitest's own second is short for a machine that is busy.
    expect: { poll: { timeout: 30_000 } },
  },
});
