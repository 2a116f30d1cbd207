import type { Translator } from "#components/words/translator.ts";
import { detailOf, Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { describeRule, type RuleNames } from "#lib/rules/describe.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { type RuleTrap, trapsOf } from "#lib/rules/traps.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { words } from "#lib/text/words.ts";
import { compareRules } from "#lib/virtual/compare-rules.ts";
import { countAndSample } from "#lib/virtual/count-and-sample.ts";
import type { MatchCount } from "#lib/virtual/count-matching.ts";
import { groupTraps } from "#lib/virtual/group-traps.ts";
import { readRules } from "#lib/virtual/read-rules.ts";
import { ruleNames } from "#lib/virtual/rule-names.ts";
import type { DraftGroup } from "./draft.ts";
import { controlAt, type RuleOfDraft, ruleOfDraft } from "./rule-of-draft.ts";
import { type Sample, sampleOf } from "./sample.ts";
import { type Why, whyOf } from "./why.ts";

/** What the builder says about rules that are being made, as of now. */
export type Preview = {
  /** How many rows are not filled in, and so left out. */
  left: number;
  sentence: string;
  /** What is wrong, by control: with anything wrong nothing is counted. */
  wrong: Record<string, string>;
  /** Why nothing could be counted, though all can be read. */
  problem: string | null;
  counted: {
    count: MatchCount;
    sample: Sample;
    /** Against the rules that the profile has. */
    change: { gained: number; lost: number; gainedSample: Sample; lostSample: Sample } | null;
    why: Why | null;
  } | null;
  /** What seldom means what was wanted, by the control beside which it is said. */
  traps: { control: string; message: string }[];
};

export type Asked = {
  source: Profile;
  draft: DraftGroup;
  /** The Virtual profile whose rules are edited: its key, and whom it means now. */
  edited: { key: string; means: Rule } | null;
  /** The address of which the person wants to know why it is in or out. */
  address: string;
};

export async function previewOf(
  person: Person,
  { source, draft, edited, address }: Asked,
  t: Translator,
  signal?: AbortSignal,
): Promise<Preview> {
  const read = ruleOfDraft(draft, source, t);
  const names = await ruleNames([read.rule]);
  const preview: Preview = {
    left: Object.keys(read.unfinished).length,
    sentence: t.words(describeRule(read.rule, names)),
    wrong: read.wrong,
    problem: null,
    counted: null,
    traps: [],
  };
  if (Object.keys(read.wrong).length > 0) return preview;
  try {
    const rule = await readRules(read.rule, { source, self: edited?.key });
    return { ...preview, ...(await asOfNow(person, source, rule, { read, names, edited, address, t, signal })) };
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== "invalid") throw error;
    if (error.code === "rule_too_slow") return { ...preview, problem: t.words(error.words) };
    return { ...preview, problem: t.words(error.words), wrong: wrongOf(error, read, t) };
  }
}

/** What lib found wrong with rules, by the controls that hold them. */
export function wrongOf(
  { details }: Problem,
  { places }: Pick<RuleOfDraft, "places">,
  t: Translator,
): Record<string, string> {
  return Object.fromEntries(
    details.map(({ path, words }) => [controlAt(places, path.replace(/^rules\.?/, "")), t.words(words)]).reverse(),
  );
}

type Reading = { read: RuleOfDraft; names: RuleNames; t: Translator; signal: AbortSignal | undefined } & Pick<
  Asked,
  "edited" | "address"
>;

async function asOfNow(
  person: Person,
  source: Profile,
  rule: Rule,
  { read, names, edited, address, t, signal }: Reading,
) {
  const { count, sample } = await countAndSample(person, source, rule, signal);
  const change = edited && (await compareRules(person, source, edited.means, rule, { samples: 5, signal }));
  const groups = await groupTraps(source, rule, signal).catch(unlessTooSlow);
  const found = [...trapsOf(rule, names), ...groups, ...outermost(count, rule)];
  return {
    counted: {
      count,
      sample: sampleOf(sample, source, rule, t),
      change: change && {
        ...change,
        gainedSample: sampleOf(change.gainedSample, source, rule, t),
        lostSample: sampleOf(change.lostSample, source, rule, t),
      },
      why: address.trim() === "" ? null : await whyOf(person, source, rule, { address, names, t }),
    },
    traps: found.map(({ path, words }) => ({ control: controlAt(read.places, path), message: t.words(words) })),
  };
}

/** Whether a group matches nobody is worth less than the count that is there already. */
function unlessTooSlow(error: unknown): RuleTrap[] {
  if (error instanceof Problem && error.code === "rule_too_slow") return [];
  throw error;
}

function outermost({ count, of }: MatchCount, rule: Rule): RuleTrap[] {
  const [rules = []] = Object.values(rule) as unknown[][];
  if (of === 0 || rules.length === 0) return [];
  if (count === 0) return [detailOf("", words("Nobody matches these rules now."))];
  return count === of ? [detailOf("", words("Everybody matches these rules now."))] : [];
}
