import { Broken } from "../support/broken.ts";
import type { Fault } from "../support/one-run.ts";
import type { ImportRow, Scene, Sent } from "../support/scene.ts";

/*
 * The Nth statement of an import fails: its connection is cut before it, or after it (so that nobody knows whether it was
 * done), or it ends with an error. The turns go through every N and way, once each, and through all codes.
 */

type Way = "cut-before" | "cut-after" | "error";

const WAYS: Way[] = ["cut-before", "cut-after", "error"];
/** Serialization, deadlock, cancelled, connections, connection failure, no memory, disk full, internal. */
const CODES = ["40001", "40P01", "57014", "53300", "08006", "53200", "53100", "XX000"];
/** After these the next try may go well. */
const PASSING = new Set(["cut-before", "cut-after", "40001", "40P01", "53300", "08006"]);
/** A few more statements than an import needs. Has no divisor in common with 3, 8 and STRIDE. */
const SPAN = 71;
/** From one N to the next, so that a few turns have seen something of the whole import. */
const STRIDE = 26;

export const nthCall: Fault[] = [
  {
    id: "X17",
    what: "the Nth statement fails or loses its connection, for each N",
    quick: 3,
    runs: WAYS.length * SPAN,
    happens(scene, turn) {
      const nth = 1 + ((turn * STRIDE) % SPAN);
      const way = WAYS[turn % WAYS.length] as Way;
      return fail(scene, nth, way, CODES[turn % CODES.length] as string);
    },
  },
];

async function fail(scene: Scene, nth: number, way: Way, code: string): Promise<string> {
  const { line } = scene.place;
  let statements = 0;
  let failed = false;
  line.judge = ({ words }) => {
    // What goes on by itself beside an import is not counted.
    if (/job_workers|pg_locks|graphile_worker.*(get_job|run_at)/s.test(words)) return "pass";
    if (++statements !== nth) return "pass";
    failed = true;
    // Nobody can answer COMMIT with such an error but the database itself; then it was no commit.
    return way === "error" ? { failsWith: code } : way;
  };
  const sent = await scene.sendIntoTheDark(scene.newFile({ rows: scene.between(300, 1500) }));
  const last = (await scene.settles()).at(-1);
  line.judge = null;
  if (scene.place.app.hasEnded()) throw new Broken("The server ended.");
  if (!failed) return "not caused: it needs fewer statements";
  const how = way === "error" ? code : way;
  const row = last?.reference === "first" ? undefined : last;
  expectedAfter(how, sent, row);
  return row?.state ?? "never began";
}

/** What may pass is tried again until it is done; anything else ends the import in words. A promise is kept. */
function expectedAfter(how: string, sent: Sent | null, row: ImportRow | undefined): void {
  const came = `${how}: answered ${sent?.status} ${JSON.stringify(sent?.body ?? null).slice(0, 200)}, the import is ${row?.state} ${row?.error_code ?? ""}`;
  if (sent?.status !== 202) {
    if (sent && ![500, 503].includes(sent.status)) throw new Broken(came);
    return;
  }
  if (row?.id !== sent.id) throw new Broken(`The import that was promised is not in the log. ${came}`);
  const ends = PASSING.has(how) ? ["done"] : ["done", "failed"];
  if (!ends.includes(row.state)) throw new Broken(came);
  if (row.state === "failed" && !row.error_code) throw new Broken(`It does not say why. ${came}`);
}
