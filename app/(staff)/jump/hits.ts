import type { Hit } from "#components/keyboard/hit.ts";
import type { Jump } from "#lib/jump/jump.ts";
import { nameOf } from "../imports/words.ts";

/** What was found, in words and with its page, in the order in which it is shown. */
export function hitsOf({ profiles, contacts, imports }: Jump): Hit[] {
  return [
    ...profiles.map(({ id, name }) => ({ href: `/profiles/${id}`, name, kind: "Profile" })),
    ...contacts.map(({ id, key }) => ({ href: `/contacts/${id}`, name: key, kind: "Contact" })),
    ...imports.map((each) => ({
      href: `/imports/${each.id}`,
      name: `${nameOf(each)} → ${each.profileName}`,
      kind: "Import",
    })),
  ];
}
