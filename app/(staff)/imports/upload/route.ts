import type { z } from "zod";
import { staffHandler } from "#app/_doors/handler.ts";
import { readingChoice, uploadForm } from "#lib/imports/input.ts";
import { receiveFromForm } from "#lib/imports/upload/receive-from-form.ts";
import { Problem } from "#lib/problem.ts";
import { issueWords } from "#lib/text/issue-words.ts";
import { inOne, type Words, words } from "#lib/text/words.ts";
import { readingAnswers } from "../reading-answers.ts";
import { MISSING } from "./missing.ts";
import { readUploadForm, type UploadedForm } from "./read-form.ts";

/**
 * `POST /imports/upload`: the form of Import Contacts, its file last, streamed. Leads to the import's page; a script
 * that asks for JSON gets `{"href"}`.
 */
export const POST = staffHandler("imports.run", async (request, person) => {
  const asksForPage = (request.headers.get("accept") ?? "").includes("text/html");
  const { fields, file } = await readUploadForm(request);
  const asked = uploadForm.safeParse({ ...fields, fileName: file?.name });
  if (!asked.success) {
    await drain(file);
    throw wrongForm(asked.error.issues.map((issue) => ({ path: issue.path.join("."), message: issueWords(issue) })));
  }
  const { profile, action, origin, reference, fileName } = asked.data;
  const { format, ...values } = readingChoice(asked.data);
  const bytes = await contentOf(origin, fields, file);
  if ("missing" in bytes) {
    if (asksForPage) return formAgain(asked.data, { missing: bytes.missing });
    throw wrongForm([{ path: origin === "paste" ? "pasted" : "file", message: words(MISSING[bytes.missing]) }]);
  }
  const given = {
    profileId: profile,
    action,
    origin,
    reference,
    fileName: origin === "paste" ? "" : fileName,
    // A browser sends what was pasted as UTF-8, whatever the file was that it came from.
    options: { byHand: origin === "paste" ? { ...format, encoding: undefined } : format, ...values },
  };
  try {
    const id = await receiveFromForm(person, given, bytes.content, fields.once ?? "");
    return asksForPage ? seeOther(`/imports/${id}`) : Response.json({ href: `/imports/${id}` }, { status: 201 });
  } catch (error) {
    const failed = failedImport(error);
    if (!asksForPage || failed === undefined) throw error;
    await drain(file); // of one that is too large, the rest is still on its way
    return formAgain(asked.data, { failed });
  }
});

/** The import whose file cannot be read: its log says why, and the form says it beside the file. */
const failedImport = (error: unknown): string | undefined =>
  error instanceof Problem ? error.details.find(({ path }) => path === "import")?.message : undefined;

type Content = { content: AsyncIterable<Uint8Array> } | { missing: keyof typeof MISSING };

async function contentOf(origin: string, fields: UploadedForm["fields"], file: UploadedForm["file"]): Promise<Content> {
  if (origin === "paste") {
    await drain(file);
    const rows = fields.pasted ?? "";
    return rows.trim() === "" ? { missing: "rows" } : { content: once(Buffer.from(rows)) };
  }
  if (file === null) return { missing: "file" };
  const pieces = file.bytes[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done) return { missing: file.name === "" ? "file" : "empty" };
  return { content: withFirst(first.value, pieces) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* withFirst(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** A browser that still sends would not read an answer. */
async function drain(file: UploadedForm["file"]): Promise<void> {
  if (file) for await (const _ of file.bytes);
}

/** The page of the form, as it was filled in but for the file, which a browser gives to no page again. */
function formAgain(asked: z.output<typeof uploadForm>, wrong: { missing: string } | { failed: string }): Response {
  const { profile, action, origin, reference } = asked;
  const { format: byHand, ...values } = readingChoice(asked);
  const reading = readingAnswers({ byHand, ...values });
  const answers = { profile: String(profile), action, origin, reference, ...reading, ...wrong };
  return seeOther(`/imports/new?${new URLSearchParams(answers)}`);
}

const wrongForm = (details: { path: string; message: Words }[]) =>
  new Problem("invalid", "wrong_form", inOne(details.map(({ message }) => message)), details);

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });
