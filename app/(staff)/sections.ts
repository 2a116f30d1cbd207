import type { Section } from "#components/frame.tsx";
import type { Places } from "#components/keyboard/shortcuts.ts";

/** The seven sections, in their order: always in the menu. */
export const SECTIONS: readonly Section[] = [
  { href: "/profiles/new", label: "New Profile", icon: "profile-new" },
  { href: "/profiles", label: "List Profiles", icon: "profiles" },
  { href: "/virtual", label: "Virtual Profile", icon: "profile-virtual" },
  { href: "/contacts/new", label: "New Contact", icon: "contact-new", apart: true },
  { href: "/contacts", label: "List Contacts", icon: "contacts" },
  { href: "/imports/new", label: "Import Contacts", icon: "import" },
  { href: "/logs", label: "Logs", icon: "logs", apart: true },
];

/** The key after a `g`, and where it leads. */
export const PLACES: Places = {
  o: { href: "/", label: "Overview" },
  n: { href: "/profiles/new", label: "New Profile" },
  p: { href: "/profiles", label: "List Profiles" },
  v: { href: "/virtual", label: "Virtual Profile" },
  a: { href: "/contacts/new", label: "New Contact" },
  c: { href: "/contacts", label: "List Contacts" },
  i: { href: "/imports/new", label: "Import Contacts" },
  l: { href: "/logs", label: "Logs" },
  s: { href: "/statistics", label: "Statistics" },
};
