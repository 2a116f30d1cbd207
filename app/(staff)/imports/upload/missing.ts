/** What an upload can lack. The upload page says it beside the control when its address names it. */
export const MISSING = {
  file: "Choose a file.",
  empty: "This file is empty. Look whether it was saved, and choose it again.",
  rows: "Paste at least one row.",
} as const;
