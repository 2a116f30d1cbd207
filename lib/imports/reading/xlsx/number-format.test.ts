import { describe, expect, it } from "vitest";
import { builtInKind, kindOfFormat } from "./number-format.ts";

describe("a format code", () => {
  it.each([
    ["yyyy-mm-dd", "date"],
    ["dd/mm/yyyy", "date"],
    ["mmmm", "date"],
    ["mm", "date"],
    ["[$-280A]d\\ \\d\\e\\ mmmm\\ \\d\\e\\ yyyy;@", "date"],
    ['dd" de "mmmm" de "yyyy', "date"],
    ["[Red]d-mmm", "date"],
    ["bbbb", "date"],
    ["ggge", "date"],
    ["dd/mm/yyyy hh:mm", "datetime"],
    ["hh:mm dd/mm", "datetime"],
    ["m/d/yy h:mm AM/PM", "datetime"],
    ["[$-F400]h:mm:ss\\ AM/PM", "time"],
    ["h:mm", "time"],
    ["mm:ss", "time"],
    ["mm:ss.0", "time"],
    ["[h]:mm:ss", "elapsed"],
    ["[mm]:ss", "elapsed"],
    ["General", "number"],
    ["0.00E+00", "number"],
    ["##0.0E-0", "number"],
    ['0 "days"', "number"],
    ["#,##0.00_);[Red](#,##0.00)", "number"],
    ["[$S/-280A] #,##0.00", "number"],
    ["[<=9999999]###-####;(###) ###-####", "number"],
    ['"hh:mm"0', "number"],
    ["0.0%", "number"],
    ["@", "number"],
    ["", "number"],
    ["# ?/?", "number"],
    ["0;dd/mm/yyyy", "number"],
  ])("%s shows a %s", (code, kind) => {
    expect(kindOfFormat(code)).toBe(kind);
  });

  it("of nothing but zeros shows so many digits", () => {
    expect(kindOfFormat("00000")).toEqual({ zeros: 5 });
    expect(kindOfFormat("00000;[Red]-00000")).toEqual({ zeros: 5 });
    expect(kindOfFormat("0".repeat(300))).toEqual({ zeros: 30 });
    expect(kindOfFormat("0")).toBe("number");
  });
});

describe("a built-in format", () => {
  it("is known by its number", () => {
    expect([0, 9, 14, 18, 22, 31, 45, 46, 47, 49, 9999].map(builtInKind)).toEqual([
      ...["number", "number", "date", "time", "datetime", "date"],
      ...["time", "elapsed", "time", "number", "number"],
    ]);
  });
});
