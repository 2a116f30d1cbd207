import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Card } from "#components/card.tsx";
import { When } from "#components/date-time.tsx";
import { Icon, type IconName } from "#components/icons.tsx";
import { TextLink } from "#components/text-link.tsx";
import { type Tone, toneClasses } from "#components/tone.ts";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { BulkAction } from "#lib/contacts/bulk/bulk-action.ts";
import type { Import } from "#lib/imports/import.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { deedInWords } from "../bulk/deed-words.ts";
import { errorOf, nameOf } from "../imports/words.ts";

type Entry = {
  href: string;
  icon: IconName;
  tone: Tone;
  name: string;
  words: string;
  /** A page to go to for this alone, beside the thing's own. */
  more?: { href: string; label: string };
  /** Null: ever since; such stand first. */
  at: Date | null;
};

/** As many as can be taken in; the others are in the logs. */
const SHOWN = 7;

/** What waits for somebody, and what went wrong. */
export function ToLookAt({
  imports,
  bulkActions,
  broken,
}: {
  imports: readonly Import[];
  bulkActions: readonly BulkAction[];
  broken: readonly Profile[];
}) {
  const t = useWords();
  const entries = [
    ...broken.map((profile) => ofBroken(profile, t)),
    ...imports.map((found) => ofImport(found, t)),
    ...bulkActions.map((action) => ofBulkAction(action, t)),
  ].sort((a, b) => (b.at?.getTime() ?? Infinity) - (a.at?.getTime() ?? Infinity) || 0);
  return (
    <Card title={t("To look at")} description={entries.length === 0 ? undefined : summary(entries.length, t)}>
      {entries.length === 0 ? (
        <p className="flex items-center gap-2 text-muted">
          <span className="text-good">
            <Icon name="sign-good" />
          </span>
          {t("Nothing waits for you, and nothing went wrong in the last two weeks.")}
        </p>
      ) : (
        <ul className="flex flex-col gap-3">
          {entries.slice(0, SHOWN).map((entry) => (
            <Line key={entry.href} entry={entry} />
          ))}
        </ul>
      )}
    </Card>
  );
}

const summary = (count: number, t: Translator): string =>
  count > SHOWN
    ? t("The latest {shown, number} of {count, plural, one {# thing} other {# things}}.", { shown: SHOWN, count })
    : "";

function Line({ entry: { href, icon, tone, name, words, more, at } }: { entry: Entry }) {
  return (
    <li className="flex min-w-0 gap-3">
      <span className={`mt-0.5 grid size-6 shrink-0 place-items-center rounded-full ${toneClasses[tone]}`}>
        <Icon name={icon} size="sm" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-4">
          <span className="wrap-anywhere min-w-0 font-medium">
            <TextLink plain href={href}>
              <bdi>{name}</bdi>
            </TextLink>
          </span>
          <span className="text-muted text-sm">{at && <When value={at} timeZone={environmentTimeZone()} />}</span>
        </p>
        <p className="text-muted text-sm">
          {words} {more && <TextLink href={more.href}>{more.label}</TextLink>}
        </p>
      </div>
    </li>
  );
}

function ofImport(found: Import, t: Translator): Entry {
  const { id, state, rejected, profileName, createdAt: at } = found;
  const entry = { href: `/imports/${id}`, name: nameOf(found, t), at };
  switch (state) {
    case "columns":
      return {
        ...entry,
        icon: "sign-wait",
        tone: "info",
        words: t("Waits for its columns to be chosen, for {profile}.", { profile: profileName }),
      };
    case "ready":
      return {
        ...entry,
        icon: "sign-wait",
        tone: "info",
        words: t("Is checked and waits to be applied to {profile}.", { profile: profileName }),
      };
    case "failed":
      return { ...entry, icon: "sign-bad", tone: "bad", words: failed(errorOf(found, t), t) };
    case "interrupted":
      return { ...entry, icon: "sign-warn", tone: "warn", words: t("The file did not arrive whole. Send it again.") };
    default:
      return {
        ...entry,
        icon: "sign-warn",
        tone: "warn",
        words: t("{count, plural, one {# row was} other {# rows were}} rejected on the way into {profile}.", {
          count: rejected,
          profile: profileName,
        }),
        more: { href: `/imports/${id}/rows`, label: t("See and correct them") },
      };
  }
}

const failed = (why: string | null, t: Translator): string =>
  why === null ? t("Failed: see its log.") : t("Failed: {why}", { why });

function ofBulkAction(action: BulkAction, t: Translator): Entry {
  return {
    href: `/bulk/${action.id}`,
    name: deedInWords(action, t),
    icon: "sign-bad",
    tone: "bad",
    words: failed(errorOf(action, t), t),
    at: action.createdAt,
  };
}

const ofBroken = ({ id, name }: Profile, t: Translator): Entry => ({
  href: `/profiles/${id}`,
  name,
  icon: "sign-bad",
  tone: "bad",
  words: t("Its rules do not fit what is there any more, so nobody is in it."),
  at: null,
});
