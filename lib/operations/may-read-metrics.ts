import { createHash, timingSafeEqual } from "node:crypto";
import { type Environment, environment } from "#lib/environment.ts";

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/**
 * Whoever shows METRICS_TOKEN as a Bearer. Where none is set: programs on this machine, and nobody at all behind a
 * public address, for then a proxy may stand on this machine and pass on what comes from anywhere.
 */
export function mayReadMetrics(
  authorization: string | null,
  place: string,
  { METRICS_TOKEN, PUBLIC_URL }: Pick<Environment, "METRICS_TOKEN" | "PUBLIC_URL"> = environment(),
): boolean {
  if (METRICS_TOKEN !== undefined) return isSame(authorization ?? "", `Bearer ${METRICS_TOKEN}`);
  return PUBLIC_URL === undefined && LOOPBACK.test(place);
}

/** Takes as long whatever differs. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
