import type { ReactNode } from "react";
import { currentPerson } from "#app/_doors/current-person.ts";
import { AccountMenu } from "#components/account-menu.tsx";
import { Frame } from "#components/frame.tsx";
import { JumpBox } from "#components/keyboard/jump-box.tsx";
import { ShortcutSheet, ShortcutSheetButton } from "#components/keyboard/shortcut-sheet.tsx";
import { MenuButton } from "#components/menu.tsx";
import { getWords } from "#components/words.ts";
import { ROLE_NAMES } from "#lib/staff/roles.ts";
import { menuLinks } from "./menu-links.ts";
import { placesOf, sectionsOf } from "./sections.ts";

/**
 * The frame around the pages of those who are signed in. It draws, it does not authorise: a layout is not drawn anew
 * with each page, so each page asks `pagePerson` itself. For somebody else there is no frame, only the page's redirect.
 */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  if (!person) return children;
  const t = await getWords();
  return (
    <Frame
      person={person.id}
      sections={sectionsOf(person)}
      jump={<JumpBox action="/jump" hits="/jump/hits" />}
      account={
        <AccountMenu name={person.name} roleName={t(ROLE_NAMES[person.role])} links={menuLinks(person, t)}>
          <ShortcutSheetButton />
          <form action="/sign-out" method="post">
            <MenuButton icon="sign-out">{t("Sign out")}</MenuButton>
          </form>
        </AccountMenu>
      }
    >
      {children}
      <ShortcutSheet places={placesOf(person)} />
    </Frame>
  );
}
