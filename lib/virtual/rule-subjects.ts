import { and, desc, eq, isNull, ne, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports, profiles } from "#db/schema.ts";
import { filterSubjects } from "#lib/contacts/list-filters.ts";
import { STATUSES, type Status } from "#lib/contacts/status.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { MEMBERSHIP_OPERATORS, OPERATORS, type Operator, type SubjectType } from "#lib/rules/operators.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { mentionsOf } from "#lib/rules/walk-rule.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { ENGLISH, type Speaker, say } from "#lib/text/words.ts";
import { suggestedValues } from "./suggested-values.ts";

/**
 * What a condition can be about, with all that a form needs to know of it. `about` is `f31` (a field's id), `key`,
 * `status`, `added`, `profile` or `import`.
 */
export type RuleSubject = {
  about: string;
  label: string;
  type: SubjectType | "profile" | "import";
  operators: readonly { op: string; words: string; takes: Operator["takes"] | "choice" }[];
  /** Of which one is to be chosen: a choice's options, statuses, profiles by their keys, imports by their numbers. */
  choices: readonly { value: string; label: string }[];
  suggestions: readonly string[];
};

/** The Virtual profile that rules are for, and the rules that it has: what they name stays to be chosen. */
type Edited = { self?: Profile; kept?: Rule | null };

/** What rules over `source` can be about, in the order in which a page offers it. */
export async function ruleSubjects(
  person: Person,
  source: Profile,
  { self, kept }: Edited = {},
  t: Speaker = ENGLISH,
): Promise<RuleSubject[]> {
  authorize(person, "profiles.view");
  const mentions = mentionsOf(kept ?? { all: [] });
  const [values, others, came] = await Promise.all([
    suggestedValues(person, source),
    otherProfiles(source, self, [...mentions.profiles], t),
    importsInto(source, [...mentions.imports], t),
  ]);
  const status = {
    about: "status",
    label: t(say("Status")),
    type: "status",
    operators: OPERATORS.status,
    options: STATUSES,
  };
  const [key, ...rest] = filterSubjects(source);
  return [
    ...[...(key ? [key] : []), ...rest.slice(0, -1), status as (typeof rest)[number], ...rest.slice(-1)].map(
      ({ about, label, type, operators, options }) => ({
        about,
        label,
        type,
        operators: operators.map(({ op, words, takes }) => ({ op, words: t(words), takes })),
        choices: options.map((value) => ({
          value,
          label: about === "status" ? t(STATUS_WORDS[value as Status]) : value,
        })),
        suggestions: type === "choice" ? options : (values.get(Number(about.slice(1))) ?? []),
      }),
    ),
    membership("profile", t(say("Profile")), others, t),
    membership("import", t(say("Import")), came, t),
  ];
}

/** As they stand in a list to choose from. */
const STATUS_WORDS: Readonly<Record<Status, string>> = {
  active: say("active"),
  unsubscribed: say("unsubscribed"),
  bounced: say("bounced"),
};

function membership(
  about: "profile" | "import",
  label: string,
  choices: RuleSubject["choices"],
  t: Speaker,
): RuleSubject {
  const words = {
    in: t(about === "profile" ? say("is in") : say("came with")),
    "not in": t(about === "profile" ? say("is not in") : say("did not come with")),
  };
  const operators = MEMBERSHIP_OPERATORS.map(({ op }) => ({ op, words: words[op], takes: "choice" as const }));
  return { about, label, type: about, operators, choices, suggestions: [] };
}

/** Those whose members are known by the same kind of key; archived ones when they are `mentioned`. */
async function otherProfiles(
  source: Profile,
  self: Profile | undefined,
  mentioned: string[],
  t: Speaker,
): Promise<RuleSubject["choices"]> {
  const { id, key, name, type, sourceId, archivedAt } = profiles;
  const isMentioned = sql<boolean>`${key} = any(${sql.param(mentioned)}::text[])`;
  const rows = await db
    .select({ id, key, name, type, sourceId, archivedAt })
    .from(profiles)
    .where(or(isNull(archivedAt), isMentioned))
    .orderBy(desc(isMentioned), name)
    .limit(1000);
  const kinds = new Map(rows.map((row) => [row.id, row.type]));
  return rows
    .filter((row) => row.id !== source.id && row.id !== self?.id)
    .filter((row) => mentioned.includes(row.key) || kinds.get(row.sourceId ?? row.id) === source.type)
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((row) => ({
      value: row.key,
      label: row.archivedAt ? `${row.name} (${t(say("archived"))})` : row.name,
    }));
}

/** The latest ones that may have added somebody, and those that are `mentioned`. */
async function importsInto(source: Profile, mentioned: number[], t: Speaker): Promise<RuleSubject["choices"]> {
  const { id, reference, fileName, state } = imports;
  const isMentioned = sql<boolean>`${id} = any(${sql.param(mentioned)}::int[])`;
  const added = and(eq(imports.profileId, source.id), ne(imports.action, "unsubscribe"), eq(state, "done"));
  const rows = await db
    .select({ id, reference, fileName, state })
    .from(imports)
    .where(or(added, isMentioned))
    .orderBy(desc(isMentioned), desc(id))
    .limit(200);
  return rows
    .sort((a, b) => b.id - a.id)
    .map((row) => {
      const name = [`${row.id}`, row.reference || row.fileName].filter(Boolean).join(" · ");
      return { value: String(row.id), label: row.state === "done" ? name : `${name} (${t(say("undone"))})` };
    });
}
