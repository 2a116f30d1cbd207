/** A double → the shortest decimal that is that double, without an exponent: 1e-7 → `0.0000001`. Finite only. */
export function plainDecimal(value: number): string {
  const [mantissa = "", exponent] = String(value).split("e");
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const shift = Number(exponent);
  if (shift < 0) return `${sign}0.${"0".repeat(-shift - 1)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(shift, "0")}`;
}

/** Postgres' text of a numeric → a number, or the text itself where a double would lose digits. */
export function exactNumber(pgText: string): number | string {
  const value = Number(pgText);
  // Other whole numbers end up as this same double.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return pgText;
  return plainDecimal(value) === withoutLastZeros(pgText) ? value : pgText;
}

/** By hand: a regular expression would begin anew at each zero of a long number. */
function withoutLastZeros(pgText: string): string {
  if (!pgText.includes(".")) return pgText;
  let end = pgText.length;
  while (pgText[end - 1] === "0") end--;
  return pgText.slice(0, pgText[end - 1] === "." ? end - 1 : end);
}
