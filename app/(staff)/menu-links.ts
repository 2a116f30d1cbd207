import type { IconName } from "#components/icons.tsx";
import type { Translator } from "#components/words/translator.ts";
import { may, type Permission, type Person } from "#lib/staff/permissions.ts";
import { say } from "#lib/text/words.ts";

const LINKS: readonly { href: string; label: string; icon: IconName; permission: Permission }[] = [
  { href: "/account", label: say("Your account"), icon: "user", permission: "account.own" },
  { href: "/staff", label: say("Staff"), icon: "contacts", permission: "staff.manage" },
  { href: "/keys", label: say("API keys"), icon: "key", permission: "keys.manage" },
  { href: "/audit", label: say("Audit trail"), icon: "logs", permission: "audit.view" },
  { href: "/settings", label: say("Settings"), icon: "settings", permission: "settings.manage" },
];

/** What the account menu offers: nothing that the person may not do. */
export const menuLinks = (person: Person, t: Translator) =>
  LINKS.filter(({ permission }) => may(person, permission)).map((link) => ({ ...link, label: t(link.label) }));
