/**
 * A number of a workbook as a person would type it: no exponent, no noise of binary fractions (Excel shows 15 digits).
 * `lost`: more than 15 digits before the point, of which Excel keeps 15 only. Whatever is no number stays as it is.
 */
export function numberText(raw: string): { text: string; lost: boolean } {
  const decimal = toDecimal(raw);
  if (decimal === undefined) return { text: raw, lost: false };
  const lost = decimal.whole.length > EXCEL_DIGITS;
  const noisy = decimal.fraction !== "" && significantDigits(decimal) > EXCEL_DIGITS;
  const shown = noisy && !lost ? (toDecimal(Number(raw).toPrecision(EXCEL_DIGITS)) ?? decimal) : decimal;
  return { text: write(shown), lost };
}

const EXCEL_DIGITS = 15;

/** Without zeros that say nothing: `whole` has none in front, `fraction` none at its end. */
type Decimal = { sign: string; whole: string; fraction: string };

function toDecimal(raw: string): Decimal | undefined {
  const parts = raw.length <= MAX_CHARS ? DECIMAL.exec(raw.trim()) : null;
  if (parts === null) return undefined;
  const [, sign = "", before = "", after = "", power = "0"] = parts;
  const digits = before + after;
  const point = before.length + Number(power);
  if (digits === "" || Math.abs(Number(power)) > MAX_POWER) return undefined;
  const whole = point <= 0 ? "" : digits.slice(0, point).padEnd(point, "0");
  const fraction = point <= 0 ? "0".repeat(-point) + digits : digits.slice(point);
  return { sign: sign === "-" ? "-" : "", whole: whole.replace(/^0+/, ""), fraction: withoutEndingZeros(fraction) };
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** A double ends at 1.8E308; anything beyond is no number that a sheet can hold. */
const MAX_POWER = 330;
const MAX_CHARS = 700;

function withoutEndingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === "0") end--;
  return digits.slice(0, end);
}

function significantDigits({ whole, fraction }: Decimal): number {
  return whole === "" ? fraction.replace(/^0+/, "").length : whole.length + fraction.length;
}

function write({ sign, whole, fraction }: Decimal): string {
  if (whole === "" && fraction === "") return "0";
  return `${sign}${whole || "0"}${fraction && `.${fraction}`}`;
}
