import { staffHandler } from "#app/_doors/handler.ts";
import { readUpload, type UploadForm } from "#app/_doors/read-upload.ts";
import { uploadForm } from "#lib/imports/input.ts";
import { isBrokenUpload } from "#lib/imports/upload/broken-upload.ts";
import { receiveUpload } from "#lib/imports/upload/receive-upload.ts";
import { Problem } from "#lib/problem.ts";
import type { Person } from "#lib/staff/permissions.ts";

/**
 * The upload form posts here. A browser is led to the import's page; the page's script, which shows the progress and
 * asks for JSON, is told where that is.
 */
export const POST = staffHandler("imports.run", async (request, person) => {
  const id = await receive(person, await formOf(request));
  const location = `/imports/${id}`;
  const wantsJson = (request.headers.get("accept") ?? "").includes("application/json");
  return wantsJson
    ? Response.json({ location }, { status: 201 })
    : new Response(null, { status: 303, headers: { location } });
});

async function formOf(request: Request): Promise<UploadForm> {
  try {
    return await readUpload(request);
  } catch (error) {
    if (!isBrokenUpload(error)) throw error;
    throw new Problem(
      "malformed",
      "upload_interrupted",
      "The connection broke while the form arrived. Nothing was changed. Send it again.",
    );
  }
}

async function receive(person: Person, { fields, file }: UploadForm): Promise<number> {
  const checked = uploadForm.safeParse({ ...fields, fileName: file?.name });
  if (!checked.success) {
    const details = checked.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    throw new Problem("invalid", "wrong_form", details[0]?.message ?? "The form does not fit.", details);
  }
  const { profile, origin, ...rest } = checked.data;
  const request = { ...rest, profileId: profile, origin, options: {} };
  if (origin === "paste") return receiveUpload(person, { ...request, fileName: "" }, once(fields.pasted ?? ""), null);
  if (file === null)
    throw new Problem("invalid", "no_file", "Choose a file first.", [
      { path: "file", message: "Choose a file first." },
    ]);
  return receiveUpload(person, request, file.bytes, null);
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
