import type { Status } from "#lib/contacts/status.ts";
import type { FieldType } from "#lib/fields/field.ts";
import type { Role } from "#lib/staff/permissions.ts";
import { type Words, words } from "#lib/text/words.ts";
import type { RefusedBecause, SecondFactor } from "./events.ts";

/* What stands within the sentences of the trail. */

export const WAYS: Record<SecondFactor, Words> = {
  password: words("password"),
  authenticator: words("authenticator"),
  "recovery code": words("recovery code"),
  "identity provider": words("identity provider"),
  "set-up link": words("set-up link"),
};

export const REASONS: Record<RefusedBecause, Words> = {
  "wrong password": words("wrong password"),
  "wrong code": words("wrong code"),
  "too many tries": words("too many tries"),
  "not invited": words("not invited"),
  "email not verified": words("email not verified"),
  disabled: words("disabled"),
};

export const ROLES: Record<Role, Words> = {
  administrator: words("administrator"),
  editor: words("editor"),
  viewer: words("viewer"),
};

/** By the word that the trail keeps. */
export const DEEDS: Readonly<Record<string, Words>> = {
  status: words("status"),
  "set-field": words("set-field"),
  "add-to-profile": words("add-to-profile"),
  remove: words("remove"),
  export: words("export"),
  erase: words("erase"),
};

export const STATUSES: Record<Status, Words> = {
  active: words("active"),
  unsubscribed: words("unsubscribed"),
  bounced: words("bounced"),
};

export const TYPES: Record<FieldType, Words> = {
  text: words("Text"),
  number: words("Number"),
  date: words("Date"),
  datetime: words("Date and time"),
  yesno: words("Yes or no"),
  choice: words("Choice"),
  phone: words("Phone"),
  url: words("Web address"),
};
