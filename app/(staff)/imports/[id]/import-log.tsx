import { When } from "#components/date-time.tsx";
import { Definition, DefinitionList } from "#components/definition-list.tsx";
import { Disclosure } from "#components/disclosure.tsx";
import { formatBytes, formatCount, formatDuration } from "#components/format.ts";
import type { IconName } from "#components/icons.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { Timeline, TimelineEvent } from "#components/timeline.tsx";
import type { Tone } from "#components/tone.ts";
import type { ColumnMapping, Import } from "#lib/imports/import.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { ACTION_NAMES, ORIGIN_NAMES } from "../words.ts";

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
  const ended = found.finishedAt ?? found.appliedAt;
  return (
    <section aria-labelledby="log" className="flex min-w-0 flex-col gap-5">
      <h2 id="log" className="font-semibold text-lg">
        Log
      </h2>
      <div className="grid min-w-0 grid-cols-1 items-start gap-x-10 gap-y-6 lg:grid-cols-2">
        <DefinitionList>
          <Definition term="Profile">
            {profile ? (
              <TextLink href={`/profiles/${profile.id}`}>{profile.name}</TextLink>
            ) : (
              `${found.profileName} (deleted)`
            )}
          </Definition>
          <Definition term="Action">{ACTION_NAMES[found.action]}</Definition>
          <Definition term="Origin">{ORIGIN_NAMES[found.origin]}</Definition>
          <Definition term="File">{found.fileName && <bdi className="wrap-anywhere">{found.fileName}</bdi>}</Definition>
          <Definition term="Size">{found.bytes > 0 && formatBytes(found.bytes)}</Definition>
          <Definition term="Reference">{found.reference}</Definition>
          <Definition term="By">{maker}</Definition>
          <Definition term="Corrected by hand">
            {corrected > 0 && (
              <TextLink href={`/imports/${found.id}/rows?outcome=corrected`}>{formatCount(corrected, "row")}</TextLink>
            )}
          </Definition>
          <Definition term="Duration">
            {ended && formatDuration((ended.getTime() - found.createdAt.getTime()) / 1000)}
          </Definition>
        </DefinitionList>
        <Timeline label="What happened">
          {eventsOf(found).map(({ title, at, icon, tone }) => (
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

function eventsOf(found: Import): LogEvent[] {
  const { state, errorMessage } = found;
  const end: Partial<Record<Import["state"], Omit<LogEvent, "at">>> = {
    cancelled: { title: "Cancelled", icon: "cross" },
    interrupted: { title: "Interrupted", icon: "sign-warn", tone: "warn" },
    failed: { title: "Failed", icon: "sign-bad", tone: "bad" },
  };
  const all: (Omit<LogEvent, "at"> & { at: Date | null | undefined })[] = [
    { title: "Upload began", icon: "upload", at: found.createdAt },
    { title: "The file had arrived", icon: "file", at: found.receivedAt },
    { title: "Checked, ready for review", icon: "search", at: found.checkedAt },
    { title: "Apply was asked for", icon: "user", at: found.applyRequestedAt },
    { title: "Applied", icon: "check", tone: "good", at: found.appliedAt },
    { title: "Undo was asked for", icon: "user", at: found.undoRequestedAt },
    { title: "Undone", icon: "undo", at: found.undoneAt },
    ...(end[state] ? [{ ...end[state], at: found.finishedAt }] : []),
  ];
  if (state === "done" && errorMessage)
    all.push({ title: errorMessage, icon: "sign-warn", tone: "warn", at: found.undoRequestedAt });
  return all.flatMap(({ at, ...event }) => (at ? [{ ...event, at }] : [])).sort((a, b) => Number(a.at) - Number(b.at));
}

function MappingUsed({ mapping, profile }: { mapping: ColumnMapping[]; profile: Profile | null }) {
  const used = mapping.filter(({ target }) => target !== null).length;
  return (
    <Disclosure summary="Columns: where each one goes" aside={`${used} of ${mapping.length} used`}>
      <Table caption="Columns of the file and fields of the profile" bare>
        <THead>
          <Th>Column of the file</Th>
          <Th>Field</Th>
          <Th>Existing values</Th>
        </THead>
        <tbody>
          {mapping.map(({ column, target }) => (
            <Tr key={column}>
              <Td head>{column}</Td>
              <Td>{targetName(target, profile)}</Td>
              <Td>{target?.kind === "field" && target.mode === "empty" ? "only where empty" : ""}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Disclosure>
  );
}

function targetName(target: ColumnMapping["target"], profile: Profile | null): string {
  if (target === null) return "left out";
  if (target.kind === "key") return profile?.keyKind === "mobile" ? "Mobile (key)" : "Email (key)";
  return profile?.fields.find(({ id }) => id === target.fieldId)?.name ?? "a field that was deleted";
}
