import { type DateTimeStyle, formatDateTime } from "#components/format.ts";

/**
 * A moment, in the installation's time zone; the pointer shows it to the second with the zone.
 *
 * `value` null or undefined draws a dash, which a screen reader hears as `never` (or what `empty` says).
 */
export function When({
  value,
  timeZone,
  style = "both",
  empty = "never",
}: {
  value: Date | null | undefined;
  timeZone: string;
  style?: DateTimeStyle;
  empty?: string;
}) {
  if (!value) {
    return (
      <span className="text-muted">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{empty}</span>
      </span>
    );
  }
  return (
    <time
      className="whitespace-nowrap tabular-nums"
      dateTime={value.toISOString()}
      title={`${formatDateTime(value, timeZone, "seconds")} ${timeZone}`}
    >
      {formatDateTime(value, timeZone, style)}
    </time>
  );
}
