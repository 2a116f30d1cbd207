import type { JobHelpers } from "graphile-worker";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { makeProfile, upload } from "#lib/imports/import-for-tests.ts";
import { loadImport } from "#lib/imports/queries.ts";
import { MAX_ATTEMPTS } from "./enqueue.ts";
import { tasks } from "./tasks.ts";

const begun = (attempts: number) => ({ job: { attempts }, abortSignal: new AbortController().signal }) as JobHelpers;

async function checkAt(attempts: number) {
  const { id } = await upload(await makeProfile(), "Email\nana@x.com\n");
  await tasks["check-import"]({ importId: id }, begun(attempts));
  return loadImport(db, id);
}

it("a job that was begun again and again without an end is not begun once more: what it is about fails", async () => {
  expect(await checkAt(MAX_ATTEMPTS)).toMatchObject({ state: "ready" });
  expect(await checkAt(MAX_ATTEMPTS + 1)).toMatchObject({ state: "failed", errorCode: "begun_too_often" });
});
