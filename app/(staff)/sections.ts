import type { Section } from "#components/frame.tsx";
import type { Places } from "#components/keyboard/shortcuts.ts";
import { say } from "#components/words/say.ts";
import { may, type Permission, type Person } from "#lib/staff/permissions.ts";

/** The seven sections, in their order. */
const SECTIONS: readonly Section[] = [
  { href: "/profiles/new", label: say("New Profile"), icon: "profile-new" },
  { href: "/profiles", label: say("List Profiles"), icon: "profiles" },
  { href: "/virtual", label: say("Virtual Profile"), icon: "profile-virtual" },
  { href: "/contacts/new", label: say("New Contact"), icon: "contact-new", apart: true },
  { href: "/contacts", also: ["/bulk"], label: say("List Contacts"), icon: "contacts" },
  { href: "/imports/new", label: say("Import Contacts"), icon: "import" },
  { href: "/logs", label: say("Logs"), icon: "logs", apart: true },
];

/** Whoever looks only is not offered the sections that make something. */
const NEEDED: Readonly<Record<string, Permission>> = {
  "/profiles/new": "profiles.edit",
  "/contacts/new": "contacts.edit",
  "/imports/new": "imports.run",
};

const mayOpen = (person: Person, href: string): boolean => may(person, NEEDED[href] ?? "profiles.view");

/** Those of the person's menu: all seven, for whoever may use them. */
export const sectionsOf = (person: Person): Section[] => SECTIONS.filter(({ href }) => mayOpen(person, href));

/** The keys after a `g` that lead somewhere for this person. */
export const placesOf = (person: Person): Places =>
  Object.fromEntries(Object.entries(PLACES).filter(([, { href }]) => mayOpen(person, href)));

/** The key after a `g`, and where it leads. */
const PLACES: Places = {
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
