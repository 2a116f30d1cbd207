/** What a cell's number stands for. `zeros` is a number that shows at least so many digits: a postcode, a phone. */
export type NumberKind = "number" | DateKind | { zeros: number };

/** `elapsed` counts hours beyond 24. */
export type DateKind = "date" | "datetime" | "time" | "elapsed";

/** The kind of one of the formats that a workbook uses without defining them. */
export function builtInKind(id: number): NumberKind {
  return BUILT_IN.get(id) ?? "number";
}

/** 27 to 58 are the dates and times of Chinese, Japanese, Korean and Thai; which is which depends on the language. */
const BUILT_IN = new Map<number, NumberKind>([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, "date"] as const),
  ...[22, 34, 35, 55, 56].map((id) => [id, "datetime"] as const),
  ...[18, 19, 20, 21, 32, 33, 45, 47].map((id) => [id, "time"] as const),
  [46, "elapsed"],
]);

/** The kind of a format code such as `dd/mm/yyyy hh:mm`. Only its first part counts, that of positive numbers. */
export function kindOfFormat(code: string): NumberKind {
  const unquoted = code.slice(0, MAX_CODE).replace(QUOTED, "").split(";", 1)[0] ?? "";
  if (ELAPSED.test(unquoted)) return "elapsed";
  const bare = unquoted.replace(BRACKETS, "");
  if (/^0{2,}$/.test(bare)) return { zeros: Math.min(bare.length, MAX_ZEROS) };
  const { date, time } = dateParts(bare.toLowerCase().replace(NO_DATE, " "));
  if (date) return time ? "datetime" : "date";
  return time ? "time" : "number";
}

/** Excel refuses codes beyond 255 signs. */
const MAX_CODE = 1000;
const MAX_ZEROS = 30;

/** Quoted text, an escaped sign, the width of a sign, a sign that fills the cell. */
const QUOTED = /"[^"]*"?|\\.?|_.?|\*.?/gs;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;

/** Colours, conditions and languages. */
const BRACKETS = /\[[^\]]*\]?/g;

/** Words that hold the letters of a date: `General`, am and pm, and the exponent. */
const NO_DATE = /general|am\/pm|a\/p|e[+-]/g;

function dateParts(code: string): { date: boolean; time: boolean } {
  const tokens = [...code.matchAll(/([a-z])\1*/g)].map(([token]) => token);
  const minute = (token: string, at: number) =>
    token.length <= 2 && (tokens[at - 1]?.startsWith("h") || tokens[at + 1]?.startsWith("s"));
  const says = (token: string, at: number): "date" | "time" | undefined => {
    if (/^(?:h|s)/.test(token)) return "time";
    if (/^(?:y|d|e|bb)/.test(token)) return "date";
    return token.startsWith("m") ? (minute(token, at) ? "time" : "date") : undefined;
  };
  const said = tokens.map(says);
  return { date: said.includes("date"), time: said.includes("time") };
}
