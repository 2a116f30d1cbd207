import { staffHandler } from "#app/_doors/handler.ts";
import { contactById } from "#lib/contacts/contact.ts";
import { downloadContact } from "#lib/contacts/contact-json.ts";
import { idOf } from "#lib/text/id-of.ts";

/** Everything that is kept about a person, as a file for that person's own request. */
export const GET = staffHandler<{ id: string }>("export", async (_request, person, { id }) => {
  const contact = await contactById(person, idOf(id));
  return new Response(`${JSON.stringify(await downloadContact(person, contact), null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="contact-${contact.id}.json"`,
      "cache-control": "no-store",
    },
  });
});
