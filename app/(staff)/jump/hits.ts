import type { Hit } from "#components/keyboard/hit.ts";
import type { Translator } from "#components/words/translator.ts";
import type { Jump } from "#lib/jump/jump.ts";
import { nameOf } from "../imports/words.ts";

/** What was found, in words and with its page, in the order in which it is shown. */
export function hitsOf({ profiles, contacts, imports }: Jump, t: Translator): Hit[] {
  return [
    ...profiles.map(({ id, name }) => ({ href: `/profiles/${id}`, name, kind: t("Profile") })),
    ...contacts.map(({ id, key }) => ({ href: `/contacts/${id}`, name: key, kind: t("Contact") })),
    ...imports.map((each) => ({
      href: `/imports/${each.id}`,
      name: `${nameOf(each, t)} → ${each.profileName}`,
      kind: t("Import"),
    })),
  ];
}
