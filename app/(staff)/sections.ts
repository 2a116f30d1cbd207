import type { Section } from "#components/frame.tsx";
import type { Places } from "#components/keyboard/shortcuts.ts";
import { say } from "#components/words/say.ts";

/** The seven sections, in their order: always in the menu. */
export const SECTIONS: readonly Section[] = [
  { href: "/profiles/new", label: say("New Profile"), icon: "profile-new" },
  { href: "/profiles", label: say("List Profiles"), icon: "profiles" },
  { href: "/virtual", label: say("Virtual Profile"), icon: "profile-virtual" },
  { href: "/contacts/new", label: say("New Contact"), icon: "contact-new", apart: true },
  { href: "/contacts", also: ["/bulk"], label: say("List Contacts"), icon: "contacts" },
  { href: "/imports/new", label: say("Import Contacts"), icon: "import" },
  { href: "/logs", label: say("Logs"), icon: "logs", apart: true },
];

/** The key after a `g`, and where it leads. */
export const PLACES: Places = {
  o: { href: "/", label: say("Overview") },
  n: { href: "/profiles/new", label: say("New Profile") },
  p: { href: "/profiles", label: say("List Profiles") },
  v: { href: "/virtual", label: say("Virtual Profile") },
  a: { href: "/contacts/new", label: say("New Contact") },
  c: { href: "/contacts", label: say("List Contacts") },
  i: { href: "/imports/new", label: say("Import Contacts") },
  l: { href: "/logs", label: say("Logs") },
  s: { href: "/statistics", label: say("Statistics") },
};
