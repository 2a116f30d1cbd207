import type { RadioCard } from "#components/radio-cards.tsx";

/* What the upload form asks, in the words of the product. */

export const ORIGIN_CARDS: RadioCard[] = [
  { value: "csv", title: "CSV file", description: "Delimiter and encoding are found by themselves." },
  { value: "excel", title: "Excel file", description: "A workbook saved as .xlsx; its first sheet." },
  { value: "paste", title: "Copy-Paste", description: "Rows copied from a spreadsheet." },
];

export const ACTION_CARDS: RadioCard[] = [
  { value: "append", title: "Append", description: "Adds new contacts. Those who are there stay as they are." },
  {
    value: "append-or-update",
    title: "Append or Update",
    description: "Adds new contacts, and updates what the file says of those who are there.",
  },
  {
    value: "overwrite",
    title: "Overwrite",
    description: "The profile holds exactly what the file holds. Others leave it, and stay in the repository.",
  },
  {
    value: "unsubscribe",
    title: "Unsubscribe",
    description: "The contacts in the file become unsubscribed, everywhere.",
  },
];

export const ACTION_NAMES: Record<string, string> = Object.fromEntries(
  ACTION_CARDS.map(({ value, title }) => [value, String(title)]),
);

export const ORIGIN_NAMES: Record<string, string> = {
  csv: "CSV file",
  excel: "Excel file",
  paste: "Copy-Paste",
  api: "API",
};
