import type { Translator } from "#components/words/translator.ts";
import type { Import, ImportAction, ImportOrigin } from "#lib/imports/import.ts";
import { say } from "#lib/text/words.ts";

/* What the pages call the parts of an import. */

export const ACTION_NAMES: Record<ImportAction, string> = {
  append: say("Append"),
  overwrite: say("Overwrite"),
  "append-or-update": say("Append or Update"),
  unsubscribe: say("Unsubscribe"),
};

export const ACTION_LINES: Record<ImportAction, string> = {
  append: "Adds new contacts. Those who are in the profile already stay as they are.",
  overwrite:
    "The profile will hold exactly what the file holds. Everybody else leaves it, and stays in the repository.",
  "append-or-update": "Adds new contacts, and gives existing ones the values that the file brings.",
  unsubscribe: "The contacts in the file become unsubscribed, in every profile.",
};

export const ORIGIN_NAMES: Record<ImportOrigin, string> = {
  csv: say("CSV file"),
  excel: say("Excel file"),
  paste: say("Copy-Paste"),
  api: say("API"),
};

/** What an import is called: its reference, its file, or what stands in their place. */
export const nameOf = (
  { fileName, reference, origin }: Pick<Import, "fileName" | "reference" | "origin">,
  t: Translator,
): string => reference || fileName || (origin === "paste" ? t("Pasted rows") : t("Import"));

/** Why it failed. Of an import from before there were other languages only the English is kept. */
export const errorOf = (
  { errorWords, errorMessage }: Pick<Import, "errorWords" | "errorMessage">,
  t: Translator,
): string | null => (errorWords ? t.words(errorWords) : errorMessage);

export const stepsOf = (t: Translator): string[] => [t("Upload"), t("Columns"), t("Review"), t("Apply")];
