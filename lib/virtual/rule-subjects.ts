import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports, profiles } from "#db/schema.ts";
import { filterSubjects } from "#lib/contacts/list-filters.ts";
import { STATUSES, type Status } from "#lib/contacts/status.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { MEMBERSHIP_OPERATORS, OPERATORS, type Operator, type SubjectType } from "#lib/rules/operators.ts";
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

/** What rules over `source` can be about, in the order in which a page offers it. `self`: the Virtual profile they are for. */
export async function ruleSubjects(
  person: Person,
  source: Profile,
  self?: Profile,
  t: Speaker = ENGLISH,
): Promise<RuleSubject[]> {
  authorize(person, "profiles.view");
  const [values, others, came] = await Promise.all([
    suggestedValues(person, source),
    otherProfiles(source, self),
    importsInto(source),
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

/** Those whose members are known by the same kind of key. */
async function otherProfiles(source: Profile, self?: Profile): Promise<RuleSubject["choices"]> {
  const rows = await db
    .select({
      id: profiles.id,
      key: profiles.key,
      name: profiles.name,
      type: profiles.type,
      sourceId: profiles.sourceId,
    })
    .from(profiles)
    .where(isNull(profiles.archivedAt))
    .orderBy(profiles.name)
    .limit(1000);
  const kinds = new Map(rows.map(({ id, type }) => [id, type]));
  return rows
    .filter(({ id }) => id !== source.id && id !== self?.id)
    .filter(({ id, sourceId }) => kinds.get(sourceId ?? id) === source.type)
    .map(({ key, name }) => ({ value: key, label: name }));
}

/** The latest ones that may have added somebody. */
async function importsInto(source: Profile): Promise<RuleSubject["choices"]> {
  const rows = await db
    .select({ id: imports.id, reference: imports.reference, fileName: imports.fileName })
    .from(imports)
    .where(and(eq(imports.profileId, source.id), ne(imports.action, "unsubscribe"), eq(imports.state, "done")))
    .orderBy(desc(imports.id))
    .limit(200);
  return rows.map(({ id, reference, fileName }) => ({
    value: String(id),
    label: [`${id}`, reference || fileName].filter(Boolean).join(" · "),
  }));
}
