import type { ReactNode } from "react";
import { AccountMenu } from "#components/account-menu.tsx";
import { Frame, type Section } from "#components/frame.tsx";
import { MenuButton } from "#components/menu.tsx";

const sections: Section[] = [
  { href: "/profiles/new", label: "New Profile", icon: "profile-new" },
  { href: "/profiles", label: "List Profiles", icon: "profiles" },
  { href: "/profiles/virtual", label: "Virtual Profile", icon: "profile-virtual" },
  { href: "/contacts/new", label: "New Contact", icon: "contact-new", apart: true },
  { href: "/contacts", label: "List Contacts", icon: "contacts" },
  { href: "/imports/new", label: "Import Contacts", icon: "import" },
  { href: "/logs", label: "Logs", icon: "logs", apart: true },
];

/** A page as a signed-in person sees it. */
export function InFrame({ children }: { children: ReactNode }) {
  return (
    <Frame
      sections={sections}
      account={
        <AccountMenu
          name="Maribel Fernández"
          roleName="Administrator"
          links={[
            { href: "/account", label: "Your account", icon: "user" },
            { href: "/staff", label: "Staff", icon: "contacts" },
            { href: "/keys", label: "API keys", icon: "key" },
          ]}
        >
          <form>
            <MenuButton icon="sign-out">Sign out</MenuButton>
          </form>
        </AccountMenu>
      }
    >
      {children}
    </Frame>
  );
}
