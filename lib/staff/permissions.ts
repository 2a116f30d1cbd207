import { Problem } from "#lib/problem.ts";
import { say, words } from "#lib/text/words.ts";
import { ROLES, type Role } from "./roles.ts";

export { ROLES, type Role } from "./roles.ts";

export type Permission =
  | "profiles.view"
  | "profiles.edit"
  | "contacts.view"
  | "contacts.edit"
  | "contacts.erase"
  | "imports.view"
  | "imports.run"
  | "export"
  | "staff.manage"
  | "keys.manage"
  | "settings.manage"
  | "audit.view"
  | "account.own";

/** Who asks: a member of staff by the session, or a program by its key. Made anew for each request, never kept. */
export type Person = {
  kind: "staff" | "key";
  /** Of the staff row, or of the key's row. */
  id: number;
  /** The member of staff: the person, or the one that the key belongs to. */
  staffId: number | null;
  apiKeyId: number | null;
  name: string;
  role: Role;
  mayExport: boolean;
  /** The network address that the request came from. */
  place?: string;
  /** An authenticator app is required and not set up yet: until then only the own account is open. */
  lacksSecondFactor?: boolean;
};

/** Whether `person` may do this. */
export function may(person: Person, permission: Permission): boolean {
  if (permission === "account.own") return person.kind === "staff";
  if (person.lacksSecondFactor) return false;
  if (!ALLOWED[permission].includes(person.role)) return false;
  return permission !== "export" || person.role === "administrator" || person.mayExport;
}

/** Called first by every function of lib that reads or writes for a person. Throws NotAllowed. */
export function authorize(person: Person, permission: Permission): void {
  if (!may(person, permission)) throw new NotAllowed(person, permission);
}

/** A Problem `forbidden`, with the code `not_allowed` or `second_factor_missing`; the doors write it into the audit trail. */
export class NotAllowed extends Problem {
  readonly permission: Permission;

  constructor(person: Person, permission: Permission) {
    const code = person.lacksSecondFactor ? "second_factor_missing" : "not_allowed";
    super(
      "forbidden",
      code,
      code === "not_allowed"
        ? words("You may not {what}. An administrator can allow it.", { what: { text: IN_WORDS[permission] } })
        : "Everybody here signs in with two factors now. Set up your authenticator app first, under Your account.",
    );
    this.permission = permission;
  }
}

/** "change contacts", for a sentence; null for what is no permission, such as a word out of an address. */
export function inWords(permission: unknown): string | null {
  return typeof permission === "string" && Object.hasOwn(IN_WORDS, permission)
    ? IN_WORDS[permission as Permission]
    : null;
}

const EVERYBODY = ROLES;
const EDITORS: readonly Role[] = ["administrator", "editor"];
const ADMINISTRATORS: readonly Role[] = ["administrator"];

/** The one table of who may do what. `export` also needs the tick "may export", which an administrator always has. */
const ALLOWED: Record<Permission, readonly Role[]> = {
  "profiles.view": EVERYBODY,
  "profiles.edit": EDITORS,
  "contacts.view": EVERYBODY,
  "contacts.edit": EDITORS,
  "contacts.erase": EDITORS,
  "imports.view": EVERYBODY,
  "imports.run": EDITORS,
  export: EVERYBODY,
  "staff.manage": ADMINISTRATORS,
  "keys.manage": ADMINISTRATORS,
  "settings.manage": ADMINISTRATORS,
  "audit.view": ADMINISTRATORS,
  /** Name, password, sign-in: a program's key has none. */
  "account.own": EVERYBODY,
};

const IN_WORDS: Record<Permission, string> = {
  "profiles.view": say("see profiles"),
  "profiles.edit": say("change profiles"),
  "contacts.view": say("see contacts"),
  "contacts.edit": say("change contacts"),
  "contacts.erase": say("erase contacts"),
  "imports.view": say("see imports"),
  "imports.run": say("run imports"),
  export: say("export contacts"),
  "staff.manage": say("manage the staff"),
  "keys.manage": say("manage API keys"),
  "settings.manage": say("change the settings"),
  "audit.view": say("see the audit trail"),
  "account.own": say("change an account"),
};
