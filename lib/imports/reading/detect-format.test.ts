import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { detectFormat } from "./detect-format.ts";
import { ByteInspector } from "./inspect-bytes.ts";

describe("the delimiter", () => {
  it.each([
    [",", "email,name\na@x.org,Ana\n"],
    [";", "email;score;name\na@x.org;7,5;Ana\nl@x.org;8,25;Leo, Jr.\n"],
    ["\t", "email\tname\na@x.org\tAna, Pérez; hija\n"],
    ["|", "email|name\na@x.org|Ana\n"],
    [";", "sep=;\nemail,a;name,b\n1,2;3\n"],
    [";", '"sep=;"\r\nemail\r\na@x.org\r\n'],
    [",", 'name,city\n"Pérez; Ana; x",Lima\n"a;b;c",Quito\n'],
    [";", '"a,b";"c"\n"1,5";"2,5"\n"1,5";"2,5"\n'],
    [",", '"note","x"\n"line\nbreak; and; more","y"\n'],
    [",", "email\na@x.org\n"],
  ])("is %j in %j", (delimiter, text) => {
    expect(detect(text)).toMatchObject({ delimiter });
  });
});

it("is looked for in the encoding that a person chose", () => {
  const bytes = Buffer.from("email;name\na@x.org;Ana, María\n", "utf16le");
  const inspector = new ByteInspector();
  inspector.write(bytes);
  const inspection = inspector.end();
  expect(detectFormat(bytes, inspection)).toMatchObject({ code: "encoding" });
  expect(detectFormat(bytes, inspection, "utf-16le")).toEqual({ encoding: "utf-16le", delimiter: ";", header: true });
});

describe("the header", () => {
  it.each([
    ["email,name\na@x.org,Ana\n", true],
    ["ana@example.com,Ana\nleo@example.com,Leo\n", false],
    ['"+56 9 8765 4321";Ana\n', false],
    ["Ana,987654321\n", false],
    ["E-mail 1 - Value,2024\n", true],
  ])("of %j is there: %s", (text, header) => {
    expect(detect(text)).toMatchObject({ header });
  });
});

describe("a file that is no CSV", () => {
  it.each([
    ["nothing", "", "empty"],
    ["a byte order mark", "\uFEFF", "empty"],
    ["line ends", "\r\n\n", "empty"],
    ["a web page", "\n<!DOCTYPE html><html></html>", "not_csv"],
    ["a PDF", "%PDF-1.7\n", "not_csv"],
    ["a picture", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "not_csv"],
    ["a workbook", Buffer.from("PK\x03\x04\x14\0"), "not_csv"],
    ["a compressed file", gzipSync("email,name"), "not_csv"],
    ["a workbook of Excel 97", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "unsupported_type"],
    ["binary data", Buffer.from([0, 0, 0, 1, 0, 0, 0, 2, 0xff, 0, 0, 0, 0]), "not_csv"],
  ])("is refused by its bytes, whatever its name: %s", (_, bytes, code) => {
    expect(detect(bytes)).toMatchObject({ code });
  });

  it("is not taken for one that has a NUL in a cell", () => {
    expect(detect("email,name\na@x.org,A\0na\n")).toMatchObject({ encoding: "utf-8" });
  });
});

it("knows the file's length and its checksum", () => {
  const inspector = new ByteInspector();
  inspector.write(Buffer.from("email,"));
  inspector.write(Buffer.from("name"));
  expect(inspector.end()).toMatchObject({
    bytes: 10,
    sha256: createHash("sha256").update("email,name").digest("hex"),
    kind: "text",
  });
});

function detect(file: string | Buffer) {
  const bytes = Buffer.from(file);
  const inspector = new ByteInspector();
  inspector.write(bytes);
  return detectFormat(bytes, inspector.end());
}
