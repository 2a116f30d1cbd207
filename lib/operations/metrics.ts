import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "#db/client.ts";
import { IMPORT_STATES } from "#lib/imports/states.ts";
import { DURATIONS, meters } from "./meters.ts";
import { presentWork, type Work } from "./queries.ts";

/*
 * The product's figures as Prometheus reads them (text format 0.0.4). Labels are words of the product's own: routes by
 * their pattern, states, tasks; nothing of people.
 */

type Sample = [labels: Record<string, string>, value: number];

/** Whoever asks gives up after ten seconds, and would not learn that the database is away. */
const PATIENCE_MS = 5000;

/** Also where the database does not answer: then without what only it knows. */
export async function metricsText(patienceMs = PATIENCE_MS): Promise<string> {
  const asked = presentWork().catch(() => null);
  const work = await Promise.race([asked, sleep(patienceMs, null, { ref: false })]);
  return [
    metric("rollbook_database_up", "gauge", "Whether the database answers.", [[{}, work ? 1 : 0]]),
    ...(work ? ofWork(work) : []),
    ...ofThisProcess(),
  ].join("");
}

function ofWork({ imports, failed, rows, rowsPerSecond, jobs, servers }: Work): string[] {
  const inState = (state: string) => imports.find((each) => each.state === state)?.count ?? 0;
  return [
    metric("rollbook_servers", "gauge", "App servers that live on this database.", [[{}, servers]]),
    metric(
      "rollbook_imports",
      "gauge",
      "Imports by state.",
      IMPORT_STATES.map((state) => [{ state }, inState(state)]),
    ),
    metric(
      "rollbook_imports_failed",
      "gauge",
      "Failed imports by the code of what went wrong.",
      failed.map(({ code, count }) => [{ code }, count]),
    ),
    metric("rollbook_import_rows", "gauge", "Rows that imports have read.", [[{}, rows]]),
    metric(
      "rollbook_import_rows_per_second",
      "gauge",
      "How fast the last import was applied.",
      rowsPerSecond === null ? [] : [[{}, rowsPerSecond]],
    ),
    metric("rollbook_jobs", "gauge", "Jobs in the queue.", [
      [{ state: "waiting" }, jobs.waiting],
      [{ state: "running" }, jobs.running],
      [{ state: "retried" }, jobs.retried],
    ]),
    metric("rollbook_oldest_job_seconds", "gauge", "How long the first job in the queue has waited.", [
      [{}, jobs.oldestSeconds],
    ]),
  ];
}

function ofThisProcess(): string[] {
  const memory = process.memoryUsage();
  return [
    metric(
      "rollbook_requests_total",
      "counter",
      "Requests answered.",
      labelled(meters.requests, "method", "route", "status"),
    ),
    histogram(),
    metric("rollbook_jobs_total", "counter", "Jobs that ended here.", labelled(meters.jobs, "task", "outcome")),
    metric("rollbook_database_connections", "gauge", "Connections of the pool, and who waits for one.", [
      [{ state: "idle" }, pool.idleCount],
      [{ state: "busy" }, pool.totalCount - pool.idleCount],
      [{ state: "waiting" }, pool.waitingCount],
    ]),
    metric("process_resident_memory_bytes", "gauge", "Memory that the process holds.", [[{}, memory.rss]]),
    metric("nodejs_heap_used_bytes", "gauge", "Of it, objects.", [[{}, memory.heapUsed]]),
    metric("process_uptime_seconds", "gauge", "Since its start.", [[{}, process.uptime()]]),
  ];
}

function histogram(): string {
  const name = "rollbook_request_duration_seconds";
  const ends = [...DURATIONS.map(String), "+Inf"];
  const buckets = ends.map((le, at) => line(`${name}_bucket`, { le }, meters.durations[at] ?? 0)).join("");
  const count = meters.durations.at(-1) ?? 0;
  return `${head(name, "histogram", "How long answers took, uploads among them.")}${buckets}${line(`${name}_sum`, {}, meters.seconds)}${line(`${name}_count`, {}, count)}`;
}

const metric = (name: string, type: string, help: string, samples: Sample[]): string =>
  `${head(name, type, help)}${samples.map(([labels, value]) => line(name, labels, value)).join("")}`;

const head = (name: string, type: string, help: string): string => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;

function line(name: string, labels: Record<string, string>, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text.replace(/[\\"\n]/g, "\\$&")}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}\n`;
}

const labelled = (counts: ReadonlyMap<string, number>, ...names: string[]): Sample[] =>
  [...counts].map(([key, value]) => {
    const parts = key.split(" ");
    return [Object.fromEntries(names.map((name, at) => [name, parts[at] ?? ""])), value];
  });
