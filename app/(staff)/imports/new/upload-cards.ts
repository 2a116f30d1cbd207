import type { RadioCard } from "#components/radio-cards.tsx";
import type { Translator } from "#components/words/translator.ts";
import { ACTION_LINES, ACTION_NAMES } from "../words.ts";

/* What the form of Import Contacts lets one choose. */

export const actionCards = (t: Translator): RadioCard[] =>
  (["append", "append-or-update", "overwrite", "unsubscribe"] as const).map((action) => ({
    value: action,
    title: t(ACTION_NAMES[action]),
    description: t(ACTION_LINES[action]),
  }));

export const originCards = (t: Translator): RadioCard[] => [
  { value: "csv", title: t("CSV file"), description: t("Comma, semicolon, tab or bar between the cells.") },
  { value: "excel", title: t("Excel file"), description: t("The first sheet of a workbook (.xlsx).") },
  { value: "paste", title: t("Copy-Paste"), description: t("Rows copied from a spreadsheet.") },
];
