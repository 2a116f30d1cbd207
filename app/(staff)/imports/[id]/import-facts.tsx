import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Card } from "#components/card.tsx";
import { When } from "#components/date-time.tsx";
import { Definition, DefinitionList } from "#components/definition-list.tsx";
import { formatBytes, formatDuration } from "#components/format.ts";
import type { Import } from "#lib/imports/import.ts";
import { ACTION_NAMES, ORIGIN_NAMES } from "../new/choices.ts";

/** What was asked for, by whom and when: the log's own record. */
export function ImportFacts({ found }: { found: Import }) {
  const timeZone = environmentTimeZone();
  const { createdAt, finishedAt, undoneAt, options } = found;
  const { format } = options;
  return (
    <Card title="About this import">
      <DefinitionList>
        <Definition term="Profile">
          <a href={`/profiles/${found.profileId}`}>{found.profileName}</a>
        </Definition>
        <Definition term="Action">{ACTION_NAMES[found.action]}</Definition>
        <Definition term="Origin">{ORIGIN_NAMES[found.origin]}</Definition>
        <Definition term="File">{found.fileName && `${found.fileName}, ${formatBytes(found.bytes)}`}</Definition>
        <Definition term="Reference">{found.reference}</Definition>
        {format && (
          <Definition term="Read as">
            {DELIMITER_NAMES[format.delimiter]}, {format.encoding}
          </Definition>
        )}
        <Definition term="Started">
          <When value={createdAt} timeZone={timeZone} style="seconds" />
        </Definition>
        <Definition term="Ended">
          {finishedAt && (
            <>
              <When value={finishedAt} timeZone={timeZone} style="seconds" /> (
              {formatDuration((finishedAt.getTime() - createdAt.getTime()) / 1000)})
            </>
          )}
        </Definition>
        {undoneAt && (
          <Definition term="Undone">
            <When value={undoneAt} timeZone={timeZone} style="seconds" />
          </Definition>
        )}
      </DefinitionList>
    </Card>
  );
}

const DELIMITER_NAMES: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" };
