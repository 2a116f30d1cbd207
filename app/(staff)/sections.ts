import type { Section } from "#components/frame.tsx";

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
