import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { type Outcome, outcomeOf, type Wish } from "./outcome-for-tests.ts";

const TABLE = "email,name\njose@example.com,José Ñuñez\n";
const JOSE = { "jose@example.com": ["José Ñuñez"] };
const ana = (name: string) => `email,name\nana@example.com,${name}\nbea@example.com,Bea\n`;
const late = Buffer.concat([
  Buffer.from(`email,name\n${Array.from({ length: 500 }, (_, at) => `p${at}@example.com,ñ\n`).join("")}`, "latin1"),
  Buffer.from("jose@example.com,Jos\xe9\n", "latin1"),
]);

describe("A. how a file is encoded", () => {
  test.each<[string, string, string | Buffer, Partial<Outcome>, Wish?]>([
    ["A1", "UTF-8 with its mark", `\ufeff${TABLE}`, { members: JOSE, notices: [] }],
    [
      "A2",
      "UTF-16LE with its mark, and tabs",
      iconv.encode(TABLE.replaceAll(",", "\t"), "utf-16le", { addBOM: true }),
      { members: JOSE, notices: ["encoding"] },
    ],
    [
      "A3",
      "UTF-16BE with its mark",
      iconv.encode(TABLE, "utf-16be", { addBOM: true }),
      { members: JOSE, notices: ["encoding"] },
    ],
    ["A4", "UTF-16LE without its mark", iconv.encode(TABLE, "utf-16le", { addBOM: false }), { refused: "encoding" }],
    [
      "A5",
      "Windows-1252 is found, with a notice",
      iconv.encode(TABLE, "windows-1252"),
      { members: JOSE, notices: ["encoding"] },
    ],
    [
      "A6",
      "an encoding that was chosen by hand",
      iconv.encode(TABLE, "macroman"),
      { members: JOSE, notices: [] },
      { options: { byHand: { encoding: "macintosh" } } },
    ],
    [
      "A9",
      "text that was encoded twice is taken, with a notice",
      ana("JosÃ©"),
      { members: { "ana@example.com": ["JosÃ©"], "bea@example.com": ["Bea"] }, notices: ["encoded_twice"] },
    ],
    [
      "A10",
      "a NUL in a cell",
      ana("A\0na"),
      { members: { "bea@example.com": ["Bea"] }, lines: ["2 rejected control_char name"] },
    ],
    [
      "A13",
      "unseen signs around an address, and one inside",
      "email,name\n\u200b\u202eana@example.com\u00a0,A\nbe\u200ba@example.com,B\n",
      { members: { "ana@example.com": ["A"] }, lines: ["3 rejected email email"] },
    ],
  ])("%s: %s", async (_id, _what, file, expected, wish) => {
    expect(await outcomeOf(file, wish)).toMatchObject(expected);
  });

  test("A7: a byte that is no UTF-8 near the end decides for the whole file", async () => {
    const { members } = (await outcomeOf(late)) as Extract<Outcome, { members: unknown }>;
    expect([members["p0@example.com"], members["jose@example.com"]]).toEqual([["ñ"], ["José"]]);
  });

  test("A12: composed and decomposed letters are one value, and one address", async () => {
    const text = "email,name\nana@münchen.de,José\nana@mu\u0308nchen.de,Jose\u0301\n";
    expect(await outcomeOf(text)).toMatchObject({
      members: { "ana@xn--mnchen-3ya.de": ["José"] },
      lines: ["2 duplicate duplicate 3"],
    });
  });
});
