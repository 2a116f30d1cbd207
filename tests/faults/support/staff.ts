import { ROOT } from "#scripts/root.ts";
import { run } from "#tests/support/running.ts";
import type { Place } from "./place.ts";

/** A member of staff, an administrator, who is signed in and has a key of the API. */
export type Member = { id: number; apiKey: string; cookie: string; keyName: string };

export async function makeMember(place: Place, name: string): Promise<Member> {
  const [row] = await place.sql<{ id: number }>(
    "insert into staff (email, name, role, may_export) values ($1 || '@rollbook.test', $1, 'administrator', true) returning id::int",
    [name],
  );
  const id = row?.id ?? 0;
  const keyName = `key of ${name}`;
  const script = `
    const { makeKey } = await import("${ROOT}/lib/staff/api-keys.ts");
    const { startSession } = await import("${ROOT}/lib/staff/session.ts");
    const apiKey = await makeKey({ name: "${keyName}", role: "administrator", staffId: ${id} });
    console.log("made " + apiKey + " " + (await startSession({ id: ${id}, sessionVersion: 1 })));
    await globalThis.rollbookPool.end();`;
  const making = run({
    env: { DATABASE_URL: place.directUrl },
    command: [process.execPath, "--input-type=module", "--eval", script],
  });
  const [, apiKey = "", session] = await making.says(/^made (\S+) (\S+)$/m);
  await making.ended();
  return { id, apiKey, cookie: `rollbook=${session}`, keyName };
}

const observers = new WeakMap<Place, Promise<Member>>();

/** Somebody to look at pages, whom nothing happens to and who was here a moment ago; one for each place. */
export async function observer(place: Place): Promise<Member> {
  const there = observers.get(place) ?? makeMember(place, "observer");
  observers.set(place, there);
  await there;
  await place.sql("update staff_sessions set last_seen_at = now()");
  return there;
}

/** A page as it is drawn for whom the cookie names. */
export async function look(
  { app }: { app: Pick<Place["app"], "address"> },
  path: string,
  cookie: string,
): Promise<{ status: number; text: string }> {
  const answer = await fetch(app.address + path, {
    headers: { cookie },
    redirect: "manual",
    signal: AbortSignal.timeout(30_000),
  });
  return { status: answer.status, text: await answer.text() };
}
