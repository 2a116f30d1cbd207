import { say, type Words, type Written, words } from "#lib/text/words.ts";
import type { FieldCondition } from "./rule.ts";

/** What a condition on a field says: `points is more than 10`. */
export function describeOnField(condition: FieldCondition): Words {
  const field = FIXED[condition.field] ?? condition.field;
  switch (condition.op) {
    case "one of":
    case "none of":
      return ofList(field, condition.op, condition.value);
    case "between": {
      const [low, high] = condition.value;
      return words("{field} is between {low} and {high}", { field, low: written(low), high: written(high) });
    }
    case "last days":
    case "next days":
    case "more than days ago":
    case "within more than days":
      return ofDays(field, condition.op, condition.value);
    case "anniversary":
      return anniversary(field, condition.value);
    case "anniversary month":
    case "yes":
    case "no":
    case "empty":
    case "not empty":
      return { text: PLAIN[condition.op], values: { field } };
    case "on":
    case "before":
    case "after":
      return { text: WITH_VALUE[condition.op], values: { field, value: written(condition.value) } };
    default:
      return { text: WITH_VALUE[condition.op], values: { field, value: single(condition) } };
  }
}

/** What every member has has a name of the product's own. */
const FIXED: Readonly<Record<string, Words | undefined>> = {
  email: words("email"),
  mobile: words("mobile"),
  status: words("status"),
  added: words("added"),
};

const STATUS: Readonly<Record<string, Words | undefined>> = {
  active: words("active"),
  unsubscribed: words("unsubscribed"),
  bounced: words("bounced"),
};

const PLAIN = {
  "anniversary month": say("{field} has its anniversary this month"),
  yes: say("{field} is yes"),
  no: say("{field} is no"),
  empty: say("{field} is empty"),
  "not empty": say("{field} is not empty"),
} as const;

const WITH_VALUE = {
  is: say("{field} is {value}"),
  "is not": say("{field} is not {value}"),
  contains: say("{field} contains {value}"),
  "not contains": say("{field} does not contain {value}"),
  "starts with": say("{field} starts with {value}"),
  "ends with": say("{field} ends with {value}"),
  "=": say("{field} is {value}"),
  "!=": say("{field} has a value other than {value}"),
  ">": say("{field} is more than {value}"),
  ">=": say("{field} is at least {value}"),
  "<": say("{field} is less than {value}"),
  "<=": say("{field} is at most {value}"),
  on: say("{field} is on {value}"),
  before: say("{field} is before {value}"),
  after: say("{field} is after {value}"),
} as const;

const written = (value: number | string): Written => (typeof value === "number" ? { number: value } : { day: value });

function single({ field, value }: { field: string; value: string | number }): Words | Written | string {
  if (typeof value === "number") return written(value);
  return (field === "status" ? STATUS[value] : undefined) ?? shown(value);
}

function ofDays(field: Words | string, op: keyof typeof TODAY, days: number): Words {
  return days === 0 ? { text: TODAY[op], values: { field } } : { text: DAYS[op], values: { field, days } };
}

const TODAY = {
  "last days": say("{field} is today"),
  "next days": say("{field} is today"),
  "more than days ago": say("{field} is before today"),
  "within more than days": say("{field} is after today"),
} as const;

const DAYS = {
  "last days": say("{field} is in the last {days, plural, one {# day} other {# days}}"),
  "next days": say("{field} is in the next {days, plural, one {# day} other {# days}}"),
  "more than days ago": say("{field} is more than {days, plural, one {# day} other {# days}} ago"),
  "within more than days": say("{field} is more than {days, plural, one {# day} other {# days}} ahead"),
} as const;

function anniversary(field: Words | string, offset: number): Words {
  if (offset === 0) return words("{field} has its anniversary today", { field });
  if (offset === -1) return words("{field} has its anniversary tomorrow", { field });
  if (offset === 1) return words("{field} had its anniversary yesterday", { field });
  return offset < 0
    ? words("{field} has its anniversary in {days, number} days", { field, days: -offset })
    : words("{field} had its anniversary {days, number} days ago", { field, days: offset });
}

const SHOWN_VALUES = 5;

function ofList(field: Words | string, op: "one of" | "none of", values: readonly string[]): Words {
  const isOneOf = op === "one of";
  if (values.length === 0) {
    return isOneOf ? words("{field} is one of no value", { field }) : words("{field} is none of no value", { field });
  }
  const list = values.slice(0, SHOWN_VALUES).map(shown).join(", ");
  const more = values.length - SHOWN_VALUES;
  if (more <= 0) {
    return isOneOf
      ? words("{field} is one of {list}", { field, list })
      : words("{field} is none of {list}", { field, list });
  }
  return isOneOf
    ? words("{field} is one of {list} and {more, number} more", { field, list, more })
    : words("{field} is none of {list} and {more, number} more", { field, list, more });
}

const MAX_SHOWN = 60;

/** In quotes where it could be read as part of the sentence. */
export function shown(value: string): string {
  const short = value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN).toWellFormed()}…` : value;
  const isPlain = /^[\p{L}\p{N}+@.-]+(?: [\p{L}\p{N}+@.-]+)*…?$/u.test(short) && !CONNECTING.test(short);
  return isPlain ? short : `“${short}”`;
}

/** Words of the sentence around it, in each language. */
const CONNECTING = /(?<!\p{L})(?:and|or|not|y|o|no|e|ou|não)(?!\p{L})/iu;
