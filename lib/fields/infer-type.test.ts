import { expect, it } from "vitest";
import { dateOrderCollector } from "#lib/fields/date-order.ts";
import { decimalSignCollector } from "#lib/fields/decimal-sign.ts";
import { typeCollector } from "#lib/fields/infer-type.ts";
import { DEFAULT_READING } from "#lib/fields/reading.ts";

function fed<T>(collector: { add(raw: string): void; result(): T }, values: readonly string[]): T {
  for (const value of values) collector.add(value);
  return collector.result();
}

it.each([
  [["01/02/2025", "31/01/2025"], "dmy"],
  [["01/02/2025", "01/31/2025"], "mdy"],
  [["25-01-31", "99-02-03"], "ymd"],
  [["2025-01-31", "3 April 2025", ""], "ymd"],
  [["01/02/2025", "03/04/2025"], "ambiguous"],
  [["01/02/2025 10:00", "03/04/2025 11:30"], "ambiguous"],
  [["31/01/2025 10:00"], "dmy"],
  [["01/31/2025", "31/01/2025", "30/01/2025"], "dmy"],
  [["Ana", "31"], "ambiguous"],
  [[...Array(1_000).fill("01/02/2025"), "13/01/2025"], "dmy"],
])("tells the date order of %j", (values, order) => {
  expect(fed(dateOrderCollector(), values).order).toBe(order);
});

it.each([
  [["1.5", "2"], "."],
  [["1,5", "2"], ","],
  [["1.234,5"], ","],
  [["1,234", "5,678,900"], "."],
  [["1,234"], "ambiguous"],
  [["1", "x"], "ambiguous"],
])("tells the decimal sign of %j", (values, sign) => {
  expect(fed(decimalSignCollector(), values).sign).toBe(sign);
});

it.each([
  [["1", "0", "1"], "number"],
  [["1", "no", ""], "yesno"],
  [["x", ""], "yesno"],
  [["1.234,5", "20"], "number"],
  [["5", "#N/A"], "number"],
  [["00420", "12"], "text"],
  [["31/12/2020", "01/02/2021"], "date"],
  [["3 abr 2020", "April 5, 2021"], "date"],
  [["2025-01-01", "2025-01-02 10:00"], "datetime"],
  [["+56912345678", "+1 (212) 555-1234"], "phone"],
  [["https://example.com", "www.example.com/a"], "url"],
  [["ana@example.com"], "text"],
  [["1", "2", "many"], "text"],
  [["VIP", "Basic"], "text"],
  [["", " "], "text"],
])("tells that all of %j fit one type", (values, type) => {
  expect(fed(typeCollector(DEFAULT_READING), values).type).toBe(type);
});

it("counts how many values fit each type, and offers few values as options", () => {
  const { values, fits, options } = fed(typeCollector(DEFAULT_READING), ["1", "2", "no", "31/12/2020", "", "no"]);
  expect(values).toBe(5);
  expect(fits).toEqual({ text: 5, number: 2, date: 1, datetime: 1, yesno: 3, choice: 5, phone: 0, url: 0 });
  expect(options).toEqual(["1", "2", "no", "31/12/2020"]);
  const many = Array.from({ length: 51 }, (_, i) => `option ${i}`);
  expect(fed(typeCollector(DEFAULT_READING), many).options).toBeNull();
});
