import { setTimeout as sleep } from "node:timers/promises";
import { ask, demand } from "./ask.ts";
import { type Action, type Content, type ImportFile, makeFile } from "./file.ts";
import type { Place } from "./place.ts";

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
  send(file: ImportFile, options?: { key?: string; address?: string; query?: Record<string, string> }): Promise<Sent>;
  /** As `send`, and whatever comes of it. */
  sendIntoTheDark(file: ImportFile, options?: { address?: string }): Promise<Sent | null>;
  /** The profile's imports, by the database. */
  imports(): Promise<ImportRow[]>;
  /** Waits until some import of `file` is in one of `states`. */
  reaches(file: ImportFile, states: readonly string[], withinMs?: number): Promise<ImportRow>;
  /** Waits until no import of the profile is on its way. */
  settles(withinMs?: number): Promise<ImportRow[]>;
};

export type Sent = { status: number; id: number | null; body: unknown };

/** States in which nothing goes on by itself. */
const STILL = ["done", "undone", "cancelled", "interrupted", "failed", "ready", "columns"];

let made = 0;

/** A profile with a first import in it. */
export async function setScene(place: Place, random: () => number): Promise<Scene> {
  const who = `w${process.pid % 10_000}x${++made}n`;
  const name = `Faults ${who}`;
  const fields = [
    { name: "Name", type: "text" },
    { name: "Spent", type: "number" },
  ];
  const { key } = await demand<{ key: string }>(place, "POST", "/api/v1/profiles", {
    body: { name, type: "regular", fields },
  });
  const [row] = await place.sql<{ id: string }>("select id from profiles where key = $1", [key]);
  const scene = sceneOf(place, random, { id: Number(row?.id), key, name }, who);
  await scene.send(makeAndKeep(scene, { from: 0, to: 300, action: "append", reference: "first" }));
  const [first] = await scene.settles();
  if (first?.state !== "done") throw new Error(`The first import is ${first?.state}.`);
  return scene;
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
    async send(file, { key, address, query = {} } = {}) {
      const search = new URLSearchParams({
        action: file.action,
        reference: file.reference,
        confirmLeave: "true",
        ...query,
      });
      const { status, body } = await ask<{ id?: number }>(
        place,
        "POST",
        `/api/v1/profiles/${profile.key}/imports?${search}`,
        {
          body: file.text,
          address,
          headers: key === undefined ? {} : { "idempotency-key": key },
        },
      );
      return { status, id: body?.id ?? null, body };
    },
    sendIntoTheDark: (file, options) => scene.send(file, options).catch(() => null),
    imports: () =>
      place.sql<ImportRow>(
        "select id::int, state, reference, error_code from imports where profile_id = $1 order by id",
        [profile.id],
      ),
    reaches: (file, states, withinMs = 60_000) =>
      untilOr(
        withinMs,
        () => standing(place, profile.id, `an import of ${file.reference} is ${states.join(" or ")}`),
        async () =>
          (await scene.imports()).find(
            ({ reference, state }) => reference === file.reference && states.includes(state),
          ),
      ),
    settles: (withinMs = 70_000) =>
      untilOr(
        withinMs,
        () => standing(place, profile.id, "all imports stand still"),
        async () => {
          const rows = await place.sql<ImportRow & { waits: boolean }>(
            `select id::int, state, reference, error_code,
             (state = 'ready' and apply_requested_at is not null) or (state = 'done' and undo_requested_at is not null) as waits
           from imports where profile_id = $1 order by id`,
            [profile.id],
          );
          return rows.every(({ state, waits }) => STILL.includes(state) && !waits) ? rows : undefined;
        },
      ),
  };
  return scene;
}

/** What is under way, for whoever reads the report. */
async function standing(place: Place, profileId: number, wanted: string): Promise<string> {
  const imports = await place.sql(
    "select id, state, server_id, error_code, apply_requested_at from imports where profile_id = $1 order by id",
    [profileId],
  );
  const jobs = await place.sql(
    "select id, task_identifier, attempts, locked_by, locked_at, run_at, last_error from graphile_worker.jobs",
  );
  const connections = await place.sql(
    "select pid, application_name, state, wait_event, left(query, 60) as query from pg_stat_activity where usename = 'rollbook'",
  );
  return `${wanted}\n${JSON.stringify({ imports, jobs, connections }, null, 1)}`;
}

async function untilOr<Found>(
  withinMs: number,
  what: () => Promise<string>,
  look: () => Promise<Found | undefined>,
): Promise<Found> {
  try {
    return await until(withinMs, "", look);
  } catch {
    throw new Error(`Not within ${withinMs / 1000} s: ${await what()}`);
  }
}

/** Asks again and again until there is an answer; throws in words when there is none in time. */
export async function until<Found>(
  withinMs: number,
  what: string,
  look: () => Promise<Found | undefined>,
): Promise<Found> {
  let last: unknown;
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(20)) {
    try {
      const found = await look();
      if (found !== undefined) return found;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`Not within ${withinMs / 1000} s: ${what}${last ? ` (${(last as Error).message})` : ""}.`);
}

/** What became of the last file, in a word; waits until nothing is on its way. */
export async function outcomeOf(scene: Scene): Promise<string> {
  const last = (await scene.settles()).at(-1);
  return last?.reference === "first" ? "never arrived" : (last?.state ?? "nothing");
}

/** What the profile holds by the database, and what it must hold by its files: those of imports that are Done, in their order. */
export async function contents({ place, profile, files }: Scene): Promise<{ is: Content; ought: Content }> {
  const columns = await place.sql<{ id: string; name: string }>("select id, name from fields where profile_id = $1", [
    profile.id,
  ]);
  const column = (name: string) => {
    const id = columns.find((each) => each.name === name)?.id;
    return id === undefined ? "null::text" : `f_${id}::text`;
  };
  const rows = await place.sql<{ key: string; name: string | null; spent: string | null }>(
    `select key, ${column("Name")} as name, ${column("Spent")} as spent from audience.profile_${profile.id}`,
  );
  const done = await place.sql<{ reference: string }>(
    "select reference from imports where profile_id = $1 and state = 'done' order by applied_at, id",
    [profile.id],
  );
  const ought = done.reduce<Content>((before, { reference }) => {
    const file = files.find((each) => each.reference === reference);
    if (!file) throw new Error(`Nobody made the file ${reference}.`);
    return file.applyTo(before);
  }, new Map());
  return { is: new Map(rows.map(({ key, name, spent }) => [key, { name, spent }])), ought };
}
