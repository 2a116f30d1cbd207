import { say } from "#lib/text/words.ts";

/** What an upload can lack. The upload page says it beside the control when its address names it. */
export const MISSING = {
  file: say("Choose a file."),
  empty: say("This file is empty. Look whether it was saved, and choose it again."),
  rows: say("Paste at least one row."),
} as const;
