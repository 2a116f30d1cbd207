import type { Fault } from "../support/one-run.ts";
import { type Scene, until } from "../support/scene.ts";

/*
 * The Nth statement of an import fails: its connection is cut before it, or after it (so that nobody knows whether it was
 * done), or it ends with an error. Each run takes the next N, until an import needed fewer statements than that; then it
 * begins anew, with the next way.
 */

type Way = "cut-before" | "cut-after" | "error";

const WAYS: Way[] = ["cut-before", "cut-after", "error"];
/** Serialization, deadlock, cancelled, connections, no memory, disk full, internal. */
const CODES = ["40001", "40P01", "57014", "53300", "53200", "53100", "XX000"];

const sweep = { n: 0, way: 0 };

export const nthCall: Fault[] = [
  {
    id: "X17",
    what: "the Nth statement fails or loses its connection, for each N",
    quick: 1,
    runs: 420,
    happens: (scene) => {
      sweep.n++;
      return fail(scene, sweep.n, WAYS[sweep.way % WAYS.length] as Way, () => {
        sweep.n = 0;
        sweep.way++;
      });
    },
  },
];

async function fail(scene: Scene, nth: number, way: Way, atEnd: () => void): Promise<string> {
  const { line } = scene.place;
  let statements = 0;
  let failed = false;
  const code = CODES[scene.between(0, CODES.length)] as string;
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
  if (!failed) {
    atEnd();
    return `needs fewer than ${nth} statements`;
  }
  if (sent && sent.status < 300 && sent.id !== null) {
    await until(1000, "the import that was promised is in the log", async () =>
      (await scene.imports()).some(({ id }) => id === sent.id) ? true : undefined,
    );
  }
  return last?.reference === "first" ? "never began" : (last?.state ?? "nothing");
}
