import { staffHandler } from "#app/_doors/handler.ts";
import { getWords } from "#components/words.ts";
import { jump } from "#lib/jump/jump.ts";
import { hitsOf } from "../hits.ts";

/** What the jump box shows while somebody types. */
export const GET = staffHandler("contacts.view", async (request, person) => {
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json(hitsOf(await jump(person, typed), await getWords()));
});
