import { staffHandler } from "#app/_doors/handler.ts";
import { readJson } from "#app/_doors/read-json.ts";
import { getWords } from "#components/words.ts";
import { askedIn, entries } from "../builder/form-input.ts";
import { previewOf } from "../builder/preview.ts";

/**
 * `POST /virtual/preview`: the builder's form as JSON → what it says about the rules, as of now. Changes nothing. The
 * browser breaks off when the next change outdates it; then nothing more is read for it.
 */
export const POST = staffHandler("profiles.edit", async (request, person) => {
  const asked = await askedIn(person, await readJson(request, entries));
  try {
    return Response.json(await previewOf(person, asked, await getWords(), request.signal));
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: CLIENT_CLOSED_REQUEST });
    throw error;
  }
});

/** Nobody reads it; what nginx writes into its log then. */
const CLIENT_CLOSED_REQUEST = 499;
