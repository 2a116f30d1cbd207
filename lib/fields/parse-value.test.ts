import { describe, expect, it } from "vitest";
import type { FieldType } from "#lib/fields/field.ts";
import { type CellParser, emailKey, isRefusal, mobileKey, parserFor, reasonInWords } from "#lib/fields/parse-value.ts";
import { DEFAULT_READING, type Reading } from "#lib/fields/reading.ts";
import { inEnglish } from "#lib/text/in-english.ts";

const CHILE: Reading = { dateOrder: "dmy", decimal: ",", country: "CL", timeZone: "America/Santiago" };

/** A value that is taken, null for an empty one, or its reason, with a ! where the row is rejected. */
function said(parse: CellParser, raw: string): string | null {
  const value = parse(raw);
  return isRefusal(value) ? `${value.reason}${value.keep ? "" : "!"}` : value;
}

function column(type: FieldType, reading: Partial<Reading> = {}, options: string[] = [], required = false): CellParser {
  return parserFor({ type, options, required }, { ...DEFAULT_READING, ...reading });
}

describe("any value", () => {
  it.each([
    ["Ana", "Ana"],
    ["  Ana \t", "Ana"],
    ["\ufeff\u00a0\u200bAna\u3000", "Ana"],
    ["", null],
    [" \u00a0\u200b", null],
    ["Jose\u0301", "José"],
    ["a\u0000b", "control_char!"],
    ["a\u0007b", "control_char!"],
    ["a\u0085b", "control_char!"],
    ["\ud800", "control_char!"],
    ["x\udc00y", "control_char!"],
    ["👩‍👩‍👧", "👩‍👩‍👧"],
    ["a\n=1", "a\n=1"],
    ["=cmd|'/C calc'!A0", "=cmd|'/C calc'!A0"],
    ["+1+1", "+1+1"],
    ["@SUM(1)", "@SUM(1)"],
    ["＝1", "＝1"],
    ["<script>", "<script>"],
    ["{{7*7}}", "{{7*7}}"],
    ["'; drop table contacts;--", "'; drop table contacts;--"],
    ["Null", "Null"],
    ["True", "True"],
    ["NULL", "NULL"],
    ["N/A", "N/A"],
    ["-", "-"],
    ["#N/A", "error_value"],
    ["#REF!", "error_value"],
    ["#¡VALOR!", "error_value"],
    ["#1", "#1"],
    ["x".repeat(32_767), "x".repeat(32_767)],
    ["x".repeat(32_768), "too_long!"],
  ])("as text: %j", (raw, expected) => {
    expect(said(column("text"), raw)).toBe(expected);
  });

  it("that is required must be there, and a warning is then not enough", () => {
    expect(said(column("text", {}, [], true), " ")).toBe("required!");
    expect(said(column("text", {}, [], true), "#N/A")).toBe("error_value!");
    expect(said(column("phone", {}, [], true), "5.6912E+10")).toBe("phone_scientific!");
  });
});

it.each([
  ["1234", "1234", "1234"],
  ["1,234.56", "1234.56", "number!"],
  ["1.234,56", "number!", "1234.56"],
  ["1.234", "1.234", "1234"],
  ["1 234 567", "1234567", "1234567"],
  ["1'234", "1234", "1234"],
  ["-5", "-5", "-5"],
  ["−5", "-5", "-5"],
  ["+5", "5", "5"],
  ["007", "7", "7"],
  ["1.50", "1.50", "number!"],
  [".5", "0.5", "number!"],
  ["5.", "number!", "number!"],
  ["-0", "0", "0"],
  ["12345678901234567890123", "12345678901234567890123", "12345678901234567890123"],
  ["0,123", "number!", "0.123"],
  ["1,23,456", "number!", "number!"],
  ["1E+5", "number_scientific!", "number_scientific!"],
  ["NaN", "number!", "number!"],
  ["Infinity", "number!", "number!"],
  ["$5", "number!", "number!"],
  ["5 %", "number!", "number!"],
  ["0x10", "number!", "number!"],
  ["1_000", "number!", "number!"],
  ["-", "number!", "number!"],
  ["9".repeat(1_001), "number_range!", "number_range!"],
])("reads the number %s with a point and with a comma", (raw, point, comma) => {
  expect([said(column("number"), raw), said(column("number", { decimal: "," }), raw)]).toEqual([point, comma]);
});

it.each([
  ["2025-04-03", "2025-04-03", "2025-04-03", "2025-04-03"],
  ["03/04/2025", "2025-04-03", "2025-03-04", "date!"],
  ["3.4.25", "2025-04-03", "2025-03-04", "date!"],
  ["25-04-03", "2003-04-25", "date_impossible!", "2025-04-03"],
  ["31/12/1999", "1999-12-31", "date_impossible!", "date!"],
  ["1/1/29", "2029-01-01", "2029-01-01", "date!"],
  ["1/1/30", "1930-01-01", "1930-01-01", "date!"],
  ["2025/4/3", "2025-04-03", "2025-04-03", "2025-04-03"],
  ["31/02/2025", "date_impossible!", "date_impossible!", "date!"],
  ["0000-00-00", "date_impossible!", "date_impossible!", "date_impossible!"],
  ["29/02/2024", "2024-02-29", "date_impossible!", "date!"],
  ["29/02/1900", "date_impossible!", "date_impossible!", "date!"],
])("reads the date %s as day, month or year first", (raw, dmy, mdy, ymd) => {
  const orders = (["dmy", "mdy", "ymd"] as const).map((dateOrder) => said(column("date", { dateOrder }), raw));
  expect(orders).toEqual([dmy, mdy, ymd]);
});

it.each([
  ["3 April 2025", "2025-04-03"],
  ["Apr 3, 2025", "2025-04-03"],
  ["April 3rd 2025", "2025-04-03"],
  ["3 de abril de 2025", "2025-04-03"],
  ["3-ABR-25", "2025-04-03"],
  ["1º de março de 2025", "2025-03-01"],
  ["2025-Apr-03", "2025-04-03"],
  ["2025-04-03T00:00:00.000Z", "2025-04-03"],
  ["2025-04-03 12:00 AM", "2025-04-03"],
  ["03/04/2025 0:00", "2025-04-03"],
  ["2025-04-03 12:30", "date_with_time!"],
  ["2025-04-03x", "date!"],
  ["2025-04", "date!"],
  ["--03-07", "date!"],
  ["3/4/5", "date!"],
  ["45000", "date!"],
  ["3/4-2025", "date!"],
  ["3 Brumaire 2025", "date!"],
  [`2025-04-03${" ".repeat(100)}x`, "date!"],
])("reads the date %j", (raw, expected) => {
  expect(said(column("date"), raw)).toBe(expected);
});

it.each([
  ["sí", "t"],
  ["SI", "t"],
  ["TRUE", "t"],
  ["1", "t"],
  ["x", "t"],
  ["Sim", "t"],
  ["no", "f"],
  ["NÃO", "f"],
  ["0", "f"],
  ["falso", "f"],
  ["", null],
  ["quizás", "yesno!"],
  ["2", "yesno!"],
  ["yes please", "yesno!"],
  ["__proto__", "yesno!"],
])("takes %j for consent only when it says so", (raw, expected) => {
  expect(said(column("yesno"), raw)).toBe(expected);
});

it.each([
  ["Región Metropolitana", "Región Metropolitana"],
  ["REGION metropolitana", "Región Metropolitana"],
  ["vip", "VIP"],
  ["VIPs", "choice!"],
  ["constructor", "choice!"],
])("finds the option of %j", (raw, expected) => {
  expect(said(column("choice", {}, ["Región Metropolitana", "VIP"]), raw)).toBe(expected);
});

it.each([
  ["5.6912E+10", "phone_scientific"],
  ["5,6912E+10", "phone_scientific"],
  ["56912345678.0", "+56912345678"],
  ["912345678", "+56912345678"],
  ["0912345678", "phone"],
  ["'+56912345678", "+56912345678"],
  ["=+56912345678", "+56912345678"],
  ['="+56912345678"', "+56912345678"],
  ["(56-9) 1234 5678", "+56912345678"],
  ["0056 9 1234 5678", "+56912345678"],
  ["912345678 / 987654321", "phone_several"],
  ["912345678 y 987654321", "phone_several"],
  ["+56912345678 +56987654321", "phone_several"],
  ["no tiene", "phone_none"],
  ["000000000", "phone_none"],
  ["9".repeat(300), "phone"],
  ["+".repeat(100_000), "phone"],
  ["+٥٦٩١٢٣٤٥٦٧٨", "+56912345678"],
  ["＋５６９１２３４５６７８", "+56912345678"],
  ["\u202a+56 9 1234 5678\u202c", "+56912345678"],
  ["912345678 ext 5", "phone"],
  ["Ana 912345678", "phone"],
  ["+52 1 55 1234 5678", "+525512345678"],
  ["12345", "phone"],
])("reads the phone %j in Chile", (raw, expected) => {
  expect(said(column("phone", CHILE), raw)).toBe(expected);
});

it("never guesses the country of a phone", () => {
  expect(said(column("phone"), "912345678")).toBe("phone_country");
  expect(said(column("phone"), "0056912345678")).toBe("phone_country");
});

it.each([
  ["https://example.com/a?b=c#d", "https://example.com/a?b=c#d"],
  ["HTTP://Example.com/A", "http://Example.com/A"],
  ["example.com", "https://example.com"],
  ["www.münchen.de/ö", "https://www.münchen.de/ö"],
  ["example.com:8080/x", "https://example.com:8080/x"],
  ["javascript:alert(1)", "url!"],
  ["data:text/html,x", "url!"],
  ["ftp://example.com", "url!"],
  ["//example.com", "url!"],
  ["https:example.com", "url!"],
  ["https://exa mple.com", "url!"],
  ["https://example.com\\@evil.com", "url!"],
  ["ana@example.com", "url!"],
  ["none", "url!"],
  ["1.2.3", "url!"],
  [`https://example.com/${"x".repeat(2_028)}`, `https://example.com/${"x".repeat(2_028)}`],
  [`https://example.com/${"x".repeat(2_029)}`, "too_long!"],
])("reads the web address %j", (raw, expected) => {
  expect(said(column("url"), raw)).toBe(expected);
});

it("rejects the row of a mobile that is a key and cannot be used", () => {
  expect(said(mobileKey, "+56 9 1234 5678")).toBe("+56912345678");
  expect(said((raw) => mobileKey(raw, "CL"), "912345678")).toBe("+56912345678");
  expect(["", "#N/A", "no tiene", "912345678"].map((raw) => said(mobileKey, raw))).toEqual([
    "required!",
    "error_value!",
    "phone_none!",
    "phone_country!",
  ]);
});

it("says what is wrong, where, and what to do", () => {
  expect(inEnglish(reasonInWords("date_impossible", { name: "Birthday", value: "31/02/2025", reading: CHILE }))).toBe(
    'Birthday: "31/02/2025" is no day of the calendar when it is read as day/month/year. Correct the day, the month or the year.',
  );
  expect(inEnglish(reasonInWords("choice", { value: "Gold", options: ["VIP", "Basic"] }))).toBe(
    '"Gold" is none of the options. Choose one of: VIP, Basic.',
  );
  expect(inEnglish(reasonInWords("number", { value: "x".repeat(1_000), reading: CHILE }))).toContain("1234,56");
  expect(emailKey("a@")).toEqual({ reason: "email", keep: false });
});
