import { When } from "#components/date-time.tsx";
import { Definition, DefinitionList } from "#components/definition-list.tsx";
import { Disclosure } from "#components/disclosure.tsx";
import type { IconName } from "#components/icons.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { Timeline, TimelineEvent } from "#components/timeline.tsx";
import type { Tone } from "#components/tone.ts";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { ColumnMapping, Import } from "#lib/imports/import.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { ACTION_NAMES, errorOf, ORIGIN_NAMES } from "../words.ts";

/** What is known of an import whatever its state: the facts, its timeline, and which column went where. */
export function ImportLog({
  found,
  profile,
  maker,
  corrected,
  timeZone,
}: {
  found: Import;
  profile: Profile | null;
  maker: string;
  /** How many rows were corrected by hand. */
  corrected: number;
  timeZone: string;
}) {
  const t = useWords();
  const ended = found.finishedAt ?? found.appliedAt;
  return (
    <section aria-labelledby="log" className="flex min-w-0 flex-col gap-5">
      <h2 id="log" className="font-semibold text-lg">
        {t("Log")}
      </h2>
      <div className="grid min-w-0 grid-cols-1 items-start gap-x-10 gap-y-6 lg:grid-cols-2">
        <DefinitionList>
          <Definition term={t("Profile")}>
            {profile ? (
              <TextLink href={`/profiles/${profile.id}`}>{profile.name}</TextLink>
            ) : (
              t("{name} (deleted)", { name: found.profileName })
            )}
          </Definition>
          <Definition term={t("Action")}>{t(ACTION_NAMES[found.action])}</Definition>
          <Definition term={t("Origin")}>{t(ORIGIN_NAMES[found.origin])}</Definition>
          <Definition term={t("File")}>
            {found.fileName && <bdi className="wrap-anywhere">{found.fileName}</bdi>}
          </Definition>
          <Definition term={t("Size")}>{found.bytes > 0 && t.bytes(found.bytes)}</Definition>
          <Definition term={t("Reference")}>{found.reference}</Definition>
          <Definition term={t("By")}>{maker}</Definition>
          {corrected > 0 && (
            <Definition term={t("Corrected by hand")}>
              <TextLink href={`/imports/${found.id}/rows?outcome=corrected`}>
                {t("{count, plural, one {# row} other {# rows}}", { count: corrected })}
              </TextLink>
            </Definition>
          )}
          <Definition term={t("Duration")}>
            {ended && t.duration((ended.getTime() - found.createdAt.getTime()) / 1000)}
          </Definition>
        </DefinitionList>
        <Timeline label={t("What happened")}>
          {eventsOf(found, t).map(({ title, at, icon, tone }) => (
            <TimelineEvent
              key={title}
              icon={icon}
              tone={tone}
              title={title}
              when={<When value={at} timeZone={timeZone} style="seconds" />}
            />
          ))}
        </Timeline>
      </div>
      {found.mapping && <MappingUsed mapping={found.mapping} profile={profile} />}
    </section>
  );
}

type LogEvent = { title: string; at: Date; icon: IconName; tone?: Tone };

function eventsOf(found: Import, t: Translator): LogEvent[] {
  const { state } = found;
  const error = errorOf(found, t);
  const end: Partial<Record<Import["state"], Omit<LogEvent, "at">>> = {
    cancelled: { title: t("Cancelled"), icon: "cross" },
    interrupted: { title: t("Interrupted"), icon: "sign-warn", tone: "warn" },
    failed: { title: t("Failed"), icon: "sign-bad", tone: "bad" },
  };
  const all: (Omit<LogEvent, "at"> & { at: Date | null | undefined })[] = [
    { title: t("Upload began"), icon: "upload", at: found.createdAt },
    { title: t("The file had arrived"), icon: "file", at: found.receivedAt },
    { title: t("Checked, ready for review"), icon: "search", at: found.checkedAt },
    { title: t("Apply was asked for"), icon: "user", at: found.applyRequestedAt },
    { title: t("Applied"), icon: "check", tone: "good", at: found.appliedAt && found.finishedAt },
    { title: t("Undo was asked for"), icon: "user", at: found.undoRequestedAt },
    { title: t("Undone"), icon: "undo", at: found.undoneAt },
    ...(end[state] ? [{ ...end[state], at: found.finishedAt }] : []),
  ];
  if (state === "done" && error) all.push({ title: error, icon: "sign-warn", tone: "warn", at: found.undoRequestedAt });
  return all.flatMap(({ at, ...event }) => (at ? [{ ...event, at }] : [])).sort((a, b) => Number(a.at) - Number(b.at));
}

function MappingUsed({ mapping, profile }: { mapping: ColumnMapping[]; profile: Profile | null }) {
  const t = useWords();
  const used = mapping.filter(({ target }) => target !== null).length;
  return (
    <Disclosure
      summary={t("Columns: where each one goes")}
      aside={t("{used, number} of {all, number} used", { used, all: mapping.length })}
    >
      <Table caption={t("Columns of the file and fields of the profile")} bare stack>
        <THead>
          <Th>{t("Column of the file")}</Th>
          <Th>{t("Field")}</Th>
          <Th>{t("Existing values")}</Th>
        </THead>
        <tbody>
          {mapping.map(({ column, target }) => (
            <Tr key={column}>
              <Td head>{column}</Td>
              <Td label={t("Field")}>{targetName(target, profile, t)}</Td>
              <Td label={t("Existing values")}>
                {target?.kind === "field" && target.mode === "empty" ? t("only where empty") : ""}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Disclosure>
  );
}

function targetName(target: ColumnMapping["target"], profile: Profile | null, t: Translator): string {
  if (target === null) return t("left out");
  if (target.kind === "key") return profile?.keyKind === "mobile" ? t("Mobile (key)") : t("Email (key)");
  return profile?.fields.find(({ id }) => id === target.fieldId)?.name ?? t("a field that was deleted");
}
