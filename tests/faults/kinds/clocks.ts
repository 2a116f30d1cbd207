import { ask } from "../support/ask.ts";
import { Broken } from "../support/broken.ts";
import type { Fault } from "../support/one-run.ts";
import { look, observer } from "../support/staff.ts";

/* The app server's clock is wrong: Node's Date is moved by a module that is loaded first (support/moved-clock.ts). The database's is right. */

const HOUR = 3_600_000;
/** Of the installation: its clocks go back on 4 April 2027 at three o'clock UTC, and forward on 5 September at four. */
const TIME_ZONE = "America/Santiago";

/** `session`: whether somebody who signed in by the right clock a moment ago is still signed in. */
const MOVES: { name: string; by: () => number; session: boolean }[] = [
  { name: "one hour slow", by: () => -HOUR, session: true },
  { name: "one hour fast", by: () => HOUR, session: false },
  { name: "where clocks go back", by: () => Date.UTC(2027, 3, 4, 2, 59, 50) - Date.now(), session: false },
  { name: "where clocks go forward", by: () => Date.UTC(2027, 8, 5, 3, 59, 50) - Date.now(), session: false },
  { name: "at 29 February 2028", by: () => Date.UTC(2028, 1, 29, 23, 59, 30) - Date.now(), session: false },
  { name: "beyond January 2038", by: () => Date.UTC(2038, 0, 20) - Date.now(), session: false },
];

export const clocks: Fault[] = MOVES.map(({ name, by, session }) => ({
  id: `X23 ${name}`,
  what: `the app server's clock is ${name}`,
  quick: 0,
  runs: 3,
  async happens(scene) {
    const { place } = scene;
    const { cookie } = await observer(place);
    const other = await place.another({
      nodeOptions: ["--import", "./tests/faults/support/moved-clock.ts"],
      env: { ROLLBOOK_TEST_CLOCK: String(by()), TIME_ZONE },
    });
    await place.app.stop();
    const { status } = await look({ app: other }, "/profiles", cookie);
    if (status !== (session ? 200 : 307)) throw new Broken(`Who has signed in a moment ago is answered ${status}.`);
    const file = scene.newFile();
    const sent = await scene.send(file, { address: other.address });
    await scene.reaches(file, ["done"]);
    await ask(place, "POST", `/api/v1/imports/${sent.id}/undo`, { address: other.address });
    await scene.reaches(file, ["undone"]);
    return `done and undone; ${session ? "still signed in" : "asked to sign in again"}`;
  },
}));
