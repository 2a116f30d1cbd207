import { apiRoute, readJson } from "#app/_doors/api-route.ts";
import { changeStatus } from "#lib/contacts/change-status.ts";
import { contactByKey } from "#lib/contacts/contact.ts";
import { statusBody } from "#lib/contacts/contact-input.ts";
import { contactJson } from "#lib/contacts/contact-json.ts";
import { eraseContact } from "#lib/contacts/erase-contact.ts";

type Params = { contact: string };

/** `GET /api/v1/contacts/{email or mobile}`: the person, with profiles, values and history. */
export const GET = apiRoute<Params>("contacts.view", async (_request, person, { contact }) => {
  return Response.json(await contactJson(person, await contactByKey(person, contact)));
});

/** `PATCH /api/v1/contacts/{email or mobile}` with `{status, reason}` */
export const PATCH = apiRoute<Params>("contacts.edit", async (request, person, { contact }) => {
  const decision = await readJson(request, statusBody);
  const { id } = await contactByKey(person, contact);
  await changeStatus(person, id, decision, null);
  return Response.json(await contactJson(person, await contactByKey(person, contact)));
});

/** `DELETE /api/v1/contacts/{email or mobile}`: erases the person everywhere, for good. */
export const DELETE = apiRoute<Params>("contacts.erase", async (_request, person, { contact }) => {
  const { id } = await contactByKey(person, contact);
  await eraseContact(person, id);
  return new Response(null, { status: 204 });
});
