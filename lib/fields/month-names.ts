import { fold } from "./fold.ts";

/* English, Spanish and Portuguese, in full and as files shorten them. No two languages disagree about a name. */
const NAMES = [
  "jan january ene enero janeiro",
  "feb february febrero fev fevereiro",
  "mar march marzo marco",
  "apr april abr abril",
  "may mayo mai maio",
  "jun june junio junho",
  "jul july julio julho",
  "aug august ago agosto",
  "sep sept september septiembre set setiembre setembro",
  "oct october octubre out outubro",
  "nov november noviembre novembro",
  "dec december dic diciembre dez dezembro",
];

const MONTHS = new Map(NAMES.flatMap((names, i) => names.split(" ").map((name) => [name, i + 1] as const)));

/** 1 to 12, without regard to case and accents; undefined for any other word. */
export function monthOfName(name: string): number | undefined {
  return MONTHS.get(fold(name));
}
