import type { ImportAction, ImportOrigin } from "#lib/imports/import.ts";

/* What the pages call the parts of an import. */

export const ACTION_NAMES: Record<ImportAction, string> = {
  append: "Append",
  overwrite: "Overwrite",
  "append-or-update": "Append or Update",
  unsubscribe: "Unsubscribe",
};

export const ACTION_LINES: Record<ImportAction, string> = {
  append: "Adds new contacts. Those who are in the profile already stay as they are.",
  overwrite:
    "The profile will hold exactly what the file holds. Everybody else leaves it, and stays in the repository.",
  "append-or-update": "Adds new contacts, and gives existing ones the values that the file brings.",
  unsubscribe: "The contacts in the file become unsubscribed, in every profile.",
};

export const ORIGIN_NAMES: Record<ImportOrigin, string> = {
  csv: "CSV file",
  excel: "Excel file",
  paste: "Copy-Paste",
  api: "API",
};

/** What an import is called: its reference, its file, or what stands in their place. */
export const nameOf = ({
  fileName,
  reference,
  origin,
}: {
  fileName: string;
  reference: string;
  origin: ImportOrigin;
}) => reference || fileName || (origin === "paste" ? "Pasted rows" : "Import");
