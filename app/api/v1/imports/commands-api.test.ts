import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { changeState } from "#lib/imports/change-state.ts";
import { chooseColumns } from "#lib/imports/columns/choose-columns.ts";
import { reopenColumns } from "#lib/imports/columns/reopen-columns.ts";
import { check, editor, makeProfile } from "#lib/imports/import-for-tests.ts";
import { loadImport } from "#lib/imports/queries.ts";
import { COMMANDS, IMPORT_STATES, type ImportCommand, type ImportState, SUCCESSORS } from "#lib/imports/states.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { makeKey } from "#lib/staff/api-keys.ts";
import { POST as apply } from "./[id]/apply/route.ts";
import { POST as cancel } from "./[id]/cancel/route.ts";
import { POST as undo } from "./[id]/undo/route.ts";

/* The table of states is the whole truth: what it does not allow is refused, by the API with 409 and a reason. */

let key = "";
let profile: Profile;
let importId = 0;
beforeAll(async () => {
  key = await makeKey({ name: "States", role: "editor", staffId: null });
  profile = await makeProfile();
  ({ id: importId } = await check(profile, "email\nana@example.com\n"));
});

/** Puts the import into a state as if it had come there by itself. */
async function putInto(state: ImportState): Promise<void> {
  const asked = { applyRequestedAt: null, undoRequestedAt: null, appliedAt: null };
  await db
    .update(imports)
    .set({ state, ...asked })
    .where(eq(imports.id, importId));
}

const pairs = <Second>(seconds: readonly Second[]) =>
  IMPORT_STATES.flatMap((state) => seconds.map((second) => [state, second] as const));

test.each(pairs(IMPORT_STATES))("an import that is %s may become %s or not, as the table says", async (from, to) => {
  await putInto(from);
  const allowed = SUCCESSORS[from].includes(to);
  expect(await changeState(db, importId, to)).toBe(allowed);
  expect((await loadImport(db, importId)).state).toBe(allowed ? to : from);
});

describe.each(IMPORT_STATES)("while an import is %s", (state) => {
  test.each([
    ["apply", apply],
    ["cancel", cancel],
    ["undo", undo],
  ] as const)("the API's %s is done, or answers 409 and says why", async (command, route) => {
    await putInto(state);
    const request = new Request("http://127.0.0.1:3000/x", {
      method: "POST",
      headers: { authorization: `Bearer ${key}` },
    });
    const answer = await route(request, { params: Promise.resolve({ id: String(importId) }) });
    if (allows(command, state)) expect(answer.status).toBe(202);
    else {
      expect(answer.status).toBe(409);
      expect(await answer.json()).toMatchObject({ error: { code: "import_state", message: refusal(state) } });
      expect((await loadImport(db, importId)).state).toBe(state);
    }
  });

  test.each([
    ["choose-columns", () => chooseColumns(editor, importId, [{ kind: "key" }], { blankErases: false })],
    ["change-columns", () => reopenColumns(editor, importId)],
  ] as const)("the page's %s is done, or refused with the same reason", async (command, ask) => {
    await putInto(state);
    if (allows(command, state)) await ask();
    else await expect(ask()).rejects.toMatchObject({ code: "import_state", message: refusal(state) });
  });
});

const allows = (command: ImportCommand, state: ImportState): boolean =>
  (COMMANDS[command] as readonly ImportState[]).includes(state);

const refusal = (state: ImportState) =>
  expect.stringMatching(new RegExp(`^This import is ${state[0]?.toUpperCase()}${state.slice(1)}; only one that is `));
