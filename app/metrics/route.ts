import { connection } from "next/server";
import { placeOf } from "#app/_doors/visit.ts";
import { mayReadMetrics } from "#lib/operations/may-read-metrics.ts";
import { metricsText } from "#lib/operations/metrics.ts";

/** The product's figures for Prometheus: with METRICS_TOKEN, or to this machine alone. */
export async function GET({ headers }: Request): Promise<Response> {
  await connection();
  if (!mayReadMetrics(headers.get("authorization"), placeOf(headers))) {
    return new Response("This needs the token of METRICS_TOKEN.\n", {
      status: 401,
      headers: { "www-authenticate": 'Bearer realm="Rollbook metrics"' },
    });
  }
  return new Response(await metricsText(), { headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" } });
}
