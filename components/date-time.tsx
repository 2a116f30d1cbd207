import type { DateTimeStyle } from "#components/format.ts";
import { useWords } from "#components/words.ts";

/**
 * A moment, in the installation's time zone; the pointer shows it to the second with the zone.
 *
 * `value` null or undefined draws a dash, which a screen reader hears as `never` (or what `empty` says).
 */
export function When({
  value,
  timeZone,
  style = "both",
  empty,
}: {
  value: Date | null | undefined;
  timeZone: string;
  style?: DateTimeStyle;
  empty?: string;
}) {
  const t = useWords();
  if (!value) {
    return (
      <span className="text-muted">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{empty ?? t("never")}</span>
      </span>
    );
  }
  return (
    <time
      className="whitespace-nowrap tabular-nums"
      dateTime={value.toISOString()}
      title={`${t.dateTime(value, timeZone, "seconds")} ${timeZone}`}
    >
      {t.dateTime(value, timeZone, style)}
    </time>
  );
}
