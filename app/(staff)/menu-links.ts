import type { IconName } from "#components/icons.tsx";
import { may, type Permission, type Person } from "#lib/staff/permissions.ts";

const LINKS: readonly { href: string; label: string; icon: IconName; permission: Permission }[] = [
  { href: "/account", label: "Your account", icon: "user", permission: "account.own" },
  { href: "/staff", label: "Staff", icon: "contacts", permission: "staff.manage" },
  { href: "/keys", label: "API keys", icon: "key", permission: "keys.manage" },
  { href: "/audit", label: "Audit trail", icon: "logs", permission: "audit.view" },
  { href: "/settings", label: "Settings", icon: "settings", permission: "settings.manage" },
];

/** What the account menu offers: nothing that the person may not do. */
export const menuLinks = (person: Person) => LINKS.filter(({ permission }) => may(person, permission));
