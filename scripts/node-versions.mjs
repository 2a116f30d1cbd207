/*
 * Which Node.js runs the product: the machine's own unless the one among the packages is newer. Plain JavaScript, for
 * bootstrap.mjs.
 */

/** The first of each line that has the fixes of October 2026 (CVE-2026-111497 and nine more): see floors/floor-table.ts. */
const SAFE = ["24.22.1", "26.12.1"];

/** Whether a version is another, or later. @param {string} version @param {string} other */
export function isAtLeast(version, other) {
  const [mine, theirs] = [version, other].map((text) => text.split(".").map(Number));
  const place = [0, 1, 2].find((at) => mine?.[at] !== theirs?.[at]);
  return place === undefined || (mine?.[place] ?? 0) > (theirs?.[place] ?? 0);
}

/** A sentence for whoever runs a Node.js that lacks them; null for none. @param {string} version */
export function warningFor(version) {
  const line = Number.parseInt(version, 10);
  const safe = SAFE.find((each) => Number.parseInt(each, 10) >= line);
  if (safe === undefined || isAtLeast(version, safe)) return null;
  return `This machine's Node.js ${version} lacks security fixes: ${safe} or later has them.`;
}
