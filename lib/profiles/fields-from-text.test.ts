import fc from "fast-check";
import { expect, test } from "vitest";
import { Problem } from "#lib/problem.ts";
import { fieldsFromText } from "./fields-from-text.ts";

test("a file's first lines become fields of the types that their values fit, without the key", () => {
  const file = "\uFEFFCorreo;Nombre;Nacimiento;Saldo;Cliente\nana@example.com;Ana;31/12/1990;1.234,50;sí\n";
  expect(fieldsFromText(file, "email")).toEqual([
    { name: "Nombre", type: "text" },
    { name: "Nacimiento", type: "date" },
    { name: "Saldo", type: "number" },
    { name: "Cliente", type: "yesno" },
  ]);
});

test("cells out of a spreadsheet and a single line of names do as well", () => {
  expect(fieldsFromText("Mobile\tCity\n+56912345678\tLima", "mobile")).toEqual([{ name: "City", type: "text" }]);
  expect(fieldsFromText("Email,First name,Last name", "email").map(({ name }) => name)).toEqual([
    "First name",
    "Last name",
  ]);
  expect(fieldsFromText("City", "email")).toEqual([{ name: "City", type: "text" }]);
});

test("a column without a name, a reserved one and a second of the same name are left out", () => {
  expect(fieldsFromText("Email,,status,City,CITY\n", "email")).toEqual([{ name: "City", type: "text" }]);
});

test.each(["", "   ", "\n\n", ",,,", "ana@example.com,Ana\nbea@example.com,Bea"])(
  "no header is said to be none: %j",
  (text) => {
    expect(() => fieldsFromText(text, "email")).toThrow(Problem);
  },
);

test("no text at all makes it fall over", () => {
  const signs = fc.constantFrom(",", ";", "\t", "|", '"', "\n", "\r", "a", "1", " ", "é", "\0", "sep=", "@");
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 60 }), (all) => {
      try {
        for (const { name } of fieldsFromText(all.join(""), "email")) expect(name).not.toBe("");
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
      }
    }),
    { numRuns: 500 },
  );
});
