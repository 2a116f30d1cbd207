import type { Translator } from "#components/words/translator.ts";
import type { Arrivals } from "#lib/statistics/arrivals.ts";
import type { BuiltOn } from "#lib/statistics/built-on.ts";
import type { Domains } from "#lib/statistics/domains.ts";
import type { Growth } from "#lib/statistics/growth.ts";
import { byImport, byOrigin } from "#lib/statistics/sources.ts";
import { periodName } from "./period-words.ts";
import { sourceName } from "./source-names.ts";

/* The titles of charts: each says what one sees. */

export function growthTitle(arrivals: Arrivals, growth: Growth, t: Translator): string {
  const { contacts } = arrivals;
  if (contacts === 0) return t("Nobody has come in yet");
  const [first, second] = byImport(arrivals);
  const both = (first?.count ?? 0) + (second?.count ?? 0);
  const peak = growth.periods.reduce((most, each) => (each.added > most.added ? each : most));
  const when = periodName(peak.first, growth.period, t);
  if (first && first.count > contacts / 2) {
    return first.count <= peak.added
      ? t("Most came in with one import in {when}", { when })
      : t("Most came in with one import");
  }
  if (second && both > contacts / 2) {
    return both <= peak.added
      ? t("Most came in with two imports in {when}", { when })
      : t("Most came in with two imports");
  }
  if (peak.added > contacts / 2) return t("Most came in in {when}", { when });
  if (peak.added === 0) return t("Nobody came in lately");
  return t("The most came in in {when}: {count, number}", { when, count: peak.added });
}

export function originTitle(arrivals: Arrivals, t: Translator): string {
  const [most] = byOrigin(arrivals);
  if (!most) return t("Nobody has come in yet");
  const way = sourceName(most.origin, t);
  if (most.count === arrivals.contacts) return t("All came in by one way: {way}", { way });
  return t("{share} came in by one way: {way}", { share: t.share(most.count, arrivals.contacts), way });
}

export function importTitle(arrivals: Arrivals, t: Translator): string {
  const all = byImport(arrivals);
  const [most] = all;
  if (!most) return t("Nobody came with an import");
  const share = t.share(most.count, arrivals.contacts);
  return all.length === 1
    ? t("One import brought {share} of the contacts", { share })
    : t("Of {count, number} imports the largest brought {share} of the contacts", { count: all.length, share });
}

export function domainTitle({ emails, top }: Domains, t: Translator): string {
  const [most] = top;
  if (!most) return t("No contact has an email");
  return t("{share} of the addresses are at {domain}", { share: t.share(most.count, emails), domain: most.domain });
}

export function builtOnTitle(built: readonly BuiltOn[], contacts: number, t: Translator): string {
  const [most] = built;
  if (!most || most.count === null) return t("No Virtual Profile over this one can be counted");
  const share = t.share(most.count, contacts);
  return t("The largest is “{name}”, with {share} of the contacts", { name: most.name, share });
}

/** Under the title of growth: whom it is about, and how many of them are not active any more. */
export function growthNote({ periods, earlier }: Growth, t: Translator): string {
  const all = [...periods, earlier];
  return t(
    "Those who are here now, by when they came in. {unsubscribed, plural, one {# is} other {# are}} unsubscribed, {bounced, plural, one {# is} other {# are}} bounced, shown by when they became so.",
    {
      unsubscribed: all.reduce((sum, each) => sum + each.unsubscribed, 0),
      bounced: all.reduce((sum, each) => sum + each.bounced, 0),
    },
  );
}
