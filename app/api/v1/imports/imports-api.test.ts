import { beforeAll, describe, expect, test } from "vitest";
import { applyImport } from "#lib/imports/apply/apply-import.ts";
import { runCheck } from "#lib/imports/check/run-check.ts";
import { undoImport } from "#lib/imports/undo/undo-import.ts";
import { addMembers, makeProfile } from "#lib/profiles/profiles-for-tests.ts";
import { makeKey } from "#lib/staff/api-keys.ts";
import { apiClient } from "#tests/support/api.ts";

let ask: ReturnType<typeof apiClient>;
beforeAll(async () => {
  ask = apiClient(await makeKey({ name: "Shop", role: "editor", staffId: null }));
});

type Sent = { id: number; status: string };
const csv = { "content-type": "text/csv" };
const send = async (key: string, file: string, query = "", headers: Record<string, string> = {}) =>
  ask("POST", `/profiles/${key}/imports?${query}`, file, { ...csv, ...headers });
const idOf = ({ body }: { body: unknown }) => (body as Sent).id;

/** What the job runner would do. */
async function finish(id: number): Promise<void> {
  await runCheck(id, () => {});
  await applyImport(id);
}

describe("an import", () => {
  test("says what it did, and can be undone; the person's history tells it", async () => {
    const { key } = await makeProfile([{ name: "City" }, { name: "Day", type: "date" }]);
    const first = await send(key, "Email,City,Day\nana@example.com,Lima,\nbea@example.com,Quito,31/02/2024\n");
    expect(first).toMatchObject({
      status: 202,
      body: { profile: key, status: "checking", origin: "api" },
    });
    expect(first.headers.get("location")).toBe(`/api/v1/imports/${idOf(first)}`);
    await finish(idOf(first));
    expect(await ask("GET", `/imports/${idOf(first)}`)).toMatchObject({
      status: 200,
      body: {
        status: "done",
        counts: { read: 2, new: 1, updated: 0, unchanged: 0, duplicate: 0, rejected: 1 },
        rejected: [{ reason: "date_impossible", count: 1 }],
      },
    });
    const { text } = await ask("GET", `/imports/${idOf(first)}/rejected.csv`);
    expect(text).toMatch(
      /^\uFEFF?line,column,reason,Email,City,Day\r\n3,Day,date_impossible,bea@example.com,Quito,31\/02\/2024\r\n$/,
    );

    const second = await send(key, "Email,City\nana@example.com,Cusco\n", "action=append-or-update&reference=May");
    await finish(idOf(second));
    const third = await send(key, "Email\nana@example.com\n", "action=unsubscribe");
    await finish(idOf(third));
    const history = ((await ask("GET", "/contacts/ana@example.com")).body as { history: { did?: string }[] }).history;
    expect(history.map(({ did }) => did)).toEqual(
      expect.arrayContaining(["brought", "added", "updated", "unsubscribed"]),
    );
    expect(await ask("GET", "/contacts/ana@example.com")).toMatchObject({ body: { status: "unsubscribed" } });

    expect(await ask("POST", `/imports/${idOf(second)}/undo`)).toMatchObject({
      status: 409,
      body: { error: { code: "undo_later_import" } },
    });
    expect(await ask("POST", `/imports/${idOf(third)}/undo`)).toMatchObject({ status: 202 });
    await undoImport(idOf(third));
    expect(await ask("GET", `/imports/${idOf(third)}`)).toMatchObject({ body: { status: "undone" } });
    expect(await ask("POST", `/imports/${idOf(third)}/undo`)).toMatchObject({ status: 409 });
  });

  test("goes where its mapping says, and by name where it says nothing", async () => {
    const { key } = await makeProfile([{ name: "City" }, { name: "Name" }, { name: "Note" }]);
    const mapping = { who: "email", Town: "City", Note: null };
    const query = new URLSearchParams({ mapping: JSON.stringify(mapping) });
    const file = "Who,Town,Note,Name,City\nana@example.com,Lima,secret,Ana,Ica\n";
    await finish(idOf(await send(key, file, query.toString())));
    expect(await ask("GET", `/profiles/${key}/contacts`)).toMatchObject({
      body: { items: [{ email: "ana@example.com", fields: { City: "Lima", Name: "Ana", Note: null } }] },
    });
    const unknown = new URLSearchParams({ mapping: '{"Who":"email","Town":"Planet"}' });
    expect(await send(key, file, unknown.toString())).toMatchObject({
      status: 422,
      body: { error: { code: "wrong_mapping", details: [{ path: "mapping.Town" }] } },
    });
  });

  test("stops at ready when told to, is applied or cancelled once, and then no more", async () => {
    const { key } = await makeProfile();
    const ready = idOf(await send(key, "Email\nx@example.com\n", "apply=false"));
    expect(await ask("POST", `/imports/${ready}/apply`)).toMatchObject({ status: 409 });
    await runCheck(ready, () => {});
    expect(await ask("GET", `/imports/${ready}`)).toMatchObject({ body: { status: "ready", finishedAt: null } });
    expect(await ask("POST", `/imports/${ready}/apply`)).toMatchObject({ status: 202 });
    await applyImport(ready);
    expect(await ask("POST", `/imports/${ready}/cancel`)).toMatchObject({
      status: 409,
      body: { error: { code: "import_state" } },
    });

    const cancelled = idOf(await send(key, "Email\ny@example.com\n", "apply=false"));
    expect(await ask("POST", `/imports/${cancelled}/cancel`)).toMatchObject({
      status: 202,
      body: { status: "cancelled" },
    });
    expect(await ask("POST", `/imports/${cancelled}/apply`)).toMatchObject({ status: 409 });
  });

  test.each([
    ["in the request that applies it", "", "?confirmLeave=true"],
    ["in the request that brought it", "&confirmLeave=true", ""],
  ])("that lets more than a fifth leave is applied when that is confirmed %s", async (_, sent, applied) => {
    const { key } = await addMembers(await makeProfile(), [{ key: "out@example.com" }, { key: "away@example.com" }]);
    const id = idOf(await send(key, "Email\nin@example.com\n", `action=overwrite&apply=false${sent}`));
    await runCheck(id, () => {});
    if (sent === "") {
      expect(await ask("POST", `/imports/${id}/apply`)).toMatchObject({
        status: 409,
        body: { error: { code: "leaving_unconfirmed" } },
      });
    }
    expect(await ask("POST", `/imports/${id}/apply${applied}`)).toMatchObject({ status: 202 });
  });

  test("is one for one Idempotency-Key, and another file under it is a conflict", async () => {
    const { key } = await makeProfile();
    const once = { "idempotency-key": "nightly 1" };
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => send(key, "Email\na@example.com\n", "", once)));
    expect(others.map(idOf)).toEqual([idOf(first as never), idOf(first as never)]);
    expect(await send(key, "Email\nb@example.com\n", "", once)).toMatchObject({
      status: 409,
      body: { error: { code: "idempotency_mismatch" } },
    });
    expect(await send(key, "Email\n", "", { "idempotency-key": "x".repeat(256) })).toMatchObject({ status: 400 });
  });

  test("whose upload broke off leaves its Idempotency-Key to the next try", async () => {
    const { key } = await makeProfile();
    const file = "Email\nretry@example.com\n";
    const once = { "idempotency-key": "nightly 2" };
    const short = await send(key, file, "", { ...once, "content-length": String(file.length + 10) });
    expect(short).toMatchObject({ status: 400, body: { error: { code: "upload_interrupted" } } });
    const again = await send(key, file, "", once);
    expect(again).toMatchObject({ status: 202, body: { status: "checking" } });
    expect(idOf(await send(key, file, "", once))).toBe(idOf(again));
  });

  test.each([
    ["action=replace", 422],
    ["apply=perhaps", 422],
    ["dateOrder=ydm", 422],
    ["country=XX", 422],
    ["delimiter=x", 422],
    ["encoding=ebcdic", 422],
    ["mapping=%7B", 422],
    ["mapping=%5B%5D", 422],
    ["aply=false", 400],
    ["apply=true&apply=false", 400],
  ])("asked for with %s is refused", async (query, status) => {
    const { key } = await makeProfile();
    expect(await send(key, "Email\n", query)).toMatchObject({ status, body: { error: { code: "wrong_query" } } });
  });

  test.each([
    ["compressed", "Email\na@example.com\n", { "content-encoding": "gzip" }, 415],
    ["a PDF", "%PDF-1.7\n%âãÏÓ", {}, 415],
    ["nothing", "", {}, 422],
  ])("of %s is refused", async (_, file, headers, status) => {
    const { key } = await makeProfile();
    expect(await send(key, file, "", headers as Record<string, string>)).toMatchObject({ status });
  });

  test("are listed, the latest first, page by page", async () => {
    const { key } = await makeProfile();
    const sent: number[] = [];
    for (const at of [1, 2, 3]) sent.unshift(idOf(await send(key, `Email\nlist${at}@example.com\n`)));
    const seen: number[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await ask("GET", `/imports?profile=${key}&limit=2${cursor}`);
      const { items, next } = body as { items: Sent[]; next: string | null };
      seen.push(...items.map(({ id }) => id));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(seen).toEqual(sent);
    expect((await ask("GET", `/imports?profile=${key}&status=done`)).body).toEqual({ items: [], next: null });
    expect(await ask("GET", "/imports?cursor=x")).toMatchObject({ status: 400 });
    expect(await ask("GET", "/imports?status=finished")).toMatchObject({ status: 422 });
  });
});
