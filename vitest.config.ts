import { defineConfig } from "vitest/config";
import { UNSET_SETTINGS } from "./tests/support/settings.ts";

/** Unit and database tests, beside the code. The walks through the built product have their own: vitest.walks.config.ts. */
export default defineConfig({
  test: {
    include: ["lib", "db", "components", "scripts", "app", "tests/unit"].map(
      (folder) => `${folder}/**/*.test.{ts,tsx}`,
    ),
    globalSetup: "tests/support/database-server.ts",
    setupFiles: "tests/support/database.ts",
    // Far from UTC, and with summer time: code that reads the machine's zone instead of TIME_ZONE shows.
    env: { ...UNSET_SETTINGS, TZ: "America/Santiago" },
    // A process for each file: a pool, a job runner or a signal handler of one file never meets another's.
    pool: "forks",
    // One more than the cores: a test waits for the database a tenth of its time.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
