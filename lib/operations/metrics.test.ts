import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { countJob, countRequest } from "./meters.ts";
import { metricsText } from "./metrics.ts";

/** https://prometheus.io/docs/instrumenting/exposition_formats/ */
const LINE = /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? -?[\d.e+-]+)$/;

it("says the product's figures in words that Prometheus reads", async () => {
  countRequest("GET", "/contacts/[id]", 200, 0.2);
  countRequest("GET", "/contacts/[id]", 200, 2);
  countJob("check-import", "done");
  await db.insert(imports).values({
    profileId: 1,
    profileName: "Zebrafinch",
    profileKey: "key",
    state: "failed",
    errorCode: "bad_dates",
    action: "append",
    origin: "api",
  });
  const text = await metricsText();
  expect(
    text
      .trimEnd()
      .split("\n")
      .filter((line) => !LINE.test(line)),
  ).toEqual([]);
  expect(text).toContain('rollbook_requests_total{method="GET",route="/contacts/[id]",status="200"} 2\n');
  expect(text).toContain('rollbook_request_duration_seconds_bucket{le="0.3"} 1\n');
  expect(text).toContain('rollbook_request_duration_seconds_bucket{le="+Inf"} 2\n');
  expect(text).toContain('rollbook_jobs_total{task="check-import",outcome="done"} 1\n');
  expect(text).toContain('rollbook_imports{state="failed"} 1\n');
  expect(text).toContain('rollbook_imports_failed{code="bad_dates"} 1\n');
  expect(text).toContain('rollbook_imports{state="done"} 0\n');
  expect(text).toContain("rollbook_database_up 1\n");
  expect(text).not.toContain("Zebrafinch");
});

it("says soon that the database does not answer, instead of waiting for it", async () => {
  const text = await metricsText(0);
  expect(text).toContain("rollbook_database_up 0\n");
  expect(text).toContain("process_uptime_seconds ");
});
