import { ask, demand } from "./ask.ts";
import { type Action, type ImportFile, makeFile } from "./file.ts";
import type { Place } from "./place.ts";
import { hurry, standing } from "./standing.ts";
import { until } from "./until.ts";

export type ImportRow = { id: number; state: string; reference: string; error_code: string | null };

/** One run: a profile of its own with people in it, and files that are to go in while something breaks. */
export type Scene = {
  place: Place;
  random: () => number;
  /** A whole number from `low` to below `high`. */
  between(low: number, high: number): number;
  profile: { id: number; key: string; name: string };
  /** Its people's addresses begin with it. */
  who: string;
  files: ImportFile[];
  /** Another file of `rows` rows, half of them about people who are there. */
  newFile(options?: { rows?: number; action?: Action; reference?: string }): ImportFile;
  /** Sends it as a program does. Any status is an answer; throws when there is none. */
  send(file: ImportFile, options?: SendOptions): Promise<Sent>;
  /** As `send`, and whatever comes of it. */
  sendIntoTheDark(file: ImportFile, options?: SendOptions): Promise<Sent | null>;
  /** The profile's imports, by the database. */
  imports(): Promise<ImportRow[]>;
  /** Waits until some import of `file` is in one of `states`. */
  reaches(file: ImportFile, states: readonly string[], withinMs?: number): Promise<ImportRow>;
  /** The profile's imports when none of them is on its way, else undefined. */
  still(): Promise<ImportRow[] | undefined>;
  /** Waits until then. */
  settles(withinMs?: number): Promise<ImportRow[]>;
};

export type Sent = { status: number; id: number | null; body: unknown };

type SendOptions = { key?: string; apiKey?: string; address?: string; query?: Record<string, string> };

/** States in which nothing goes on by itself. */
const STILL = ["done", "undone", "cancelled", "interrupted", "failed"];
/** Still only where a person was to be asked: what a program sends goes on by itself. */
const ASKING = ["ready", "columns"];

let made = 0;

/** A profile with a first import in it. */
export async function setScene(place: Place, random: () => number): Promise<Scene> {
  const who = `w${process.pid % 10_000}x${++made}n`;
  const scene = sceneOf(place, random, await makeProfile(place, `Faults ${who}`), who);
  await scene.send(makeAndKeep(scene, { from: 0, to: 300, action: "append", reference: "first" }));
  const [first] = await scene.settles();
  if (first?.state !== "done") throw new Error(`The first import is ${first?.state}.`);
  return scene;
}

/** With the fields that the files bring. */
export async function makeProfile(place: Place, name: string): Promise<Scene["profile"]> {
  const fields = [
    { name: "Name", type: "text" },
    { name: "Spent", type: "number" },
  ];
  const { key } = await demand<{ key: string }>(place, "POST", "/api/v1/profiles", {
    body: { name, type: "regular", fields },
  });
  const [row] = await place.sql<{ id: string }>("select id from profiles where key = $1", [key]);
  return { id: Number(row?.id), key, name };
}

type FileAsked = { from: number; to: number; action: Action; reference: string };

function makeAndKeep(scene: Scene, asked: FileAsked): ImportFile {
  const file = makeFile(scene.random, { who: scene.who, ...asked });
  scene.files.push(file);
  return file;
}

function sceneOf(place: Place, random: () => number, profile: Scene["profile"], who: string): Scene {
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low));
  const ACTIONS: Action[] = ["append", "append-or-update", "overwrite"];
  /** Some runs wait for the next try as long as the product does. */
  const isPatient = random() < 0.1;
  /** References of files that a person is to look at. */
  const asking = new Set<string>();
  const scene: Scene = {
    place,
    random,
    between,
    profile,
    who,
    files: [],
    newFile({ rows = between(500, 6000), action = ACTIONS[between(0, 3)] as Action, reference } = {}) {
      const from = between(100, 300);
      return makeAndKeep(scene, {
        from,
        to: from + rows,
        action,
        reference: reference ?? `file ${scene.files.length}`,
      });
    },
    async send(file, { key, apiKey = place.apiKey, address = place.app.address, query = {} } = {}) {
      if (query.apply === "false") asking.add(file.reference);
      const { action, reference } = file;
      const search = new URLSearchParams({ action, reference, confirmLeave: "true", ...query });
      const path = `/api/v1/profiles/${scene.profile.key}/imports?${search}`;
      const headers: Record<string, string> = key === undefined ? {} : { "idempotency-key": key };
      const by = { app: place.app, apiKey };
      const { status, body } = await ask<{ id?: number }>(by, "POST", path, { body: file.text, address, headers });
      return { status, id: body?.id ?? null, body };
    },
    sendIntoTheDark: (file, options) => scene.send(file, options).catch(() => null),
    imports: () =>
      place.sql<ImportRow>(
        "select id::int, state, reference, error_code from imports where profile_id = $1 order by id",
        [scene.profile.id],
      ),
    reaches: (file, states, withinMs = 60_000) =>
      until(
        withinMs,
        () => standing(place, scene.profile.id, `an import of ${file.reference} is ${states.join(" or ")}`),
        async () =>
          (await scene.imports()).find(
            ({ reference, state }) => reference === file.reference && states.includes(state),
          ),
      ),
    async still() {
      const rows = await place.sql<ImportRow & { waits: boolean }>(
        `select id::int, state, reference, error_code,
           (state = 'ready' and apply_requested_at is not null) or (state = 'done' and undo_requested_at is not null) as waits
         from imports where profile_id = $1 order by id`,
        [scene.profile.id],
      );
      const isStill = ({ state, reference, waits }: (typeof rows)[number]) =>
        !waits && (STILL.includes(state) || (ASKING.includes(state) && asking.has(reference)));
      return rows.every(isStill) ? rows : undefined;
    },
    settles: (withinMs = 70_000) =>
      until(
        withinMs,
        () => standing(place, scene.profile.id, "all imports stand still"),
        async () => {
          if (!isPatient) await hurry(place);
          return scene.still();
        },
      ),
  };
  return scene;
}

/** What became of the last file, in a word; waits until nothing is on its way. */
export async function outcomeOf(scene: Scene): Promise<string> {
  const last = (await scene.settles()).at(-1);
  return last?.reference === "first" ? "never arrived" : (last?.state ?? "nothing");
}
