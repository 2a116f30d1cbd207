import { expect, it } from "vitest";
import { FIELD_TYPES } from "#lib/fields/field.ts";
import { fieldInput, fieldListInput, fieldNameProblems, MAX_FIELDS, MAX_OPTIONS } from "#lib/fields/field-input.ts";
import { optionsFromLines } from "#lib/fields/options-from-lines.ts";

const messages = (schema: typeof fieldInput | typeof fieldListInput, input: unknown) =>
  schema.safeParse(input).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

it("says the numbers and the types that it holds to", () => {
  const options = Array.from({ length: MAX_OPTIONS + 1 }, (_, at) => `o${at}`);
  expect(messages(fieldInput, { name: "a", type: "choice", options })).toEqual([
    `options: A choice field may have ${MAX_OPTIONS} options.`,
  ]);
  const fields = Array.from({ length: MAX_FIELDS + 1 }, (_, at) => ({ name: `f${at}`, type: "text" }));
  expect(messages(fieldListInput, fields)).toEqual([`: A profile may have ${MAX_FIELDS} fields.`]);
  expect(messages(fieldInput, { name: "a", type: "x" })).toEqual([
    `type: The type must be one of ${FIELD_TYPES.join(", ")}.`,
  ]);
});

it("takes a field as it is described, its name trimmed and composed", () => {
  expect(fieldInput.parse({ name: "  Regio\u0301n ", type: "text" })).toEqual({
    name: "Región",
    type: "text",
    required: false,
    options: [],
  });
});

it.each(["__proto__", "select", "Robert'); drop table students;--", "<b>x</b>", '"', "名前"])(
  "takes %j for a name like any other",
  (name) => expect(fieldInput.parse({ name, type: "number", required: true }).name).toBe(name),
);

it.each([
  [{ name: " ", type: "text" }, ["name: The field's name must not be empty."]],
  [{ name: "a\u0000", type: "text" }, ["name: The field's name holds a control character. Type it anew."]],
  [{ name: "a\nb", type: "text" }, ["name: The field's name holds a control character. Type it anew."]],
  [{ name: "x".repeat(101), type: "text" }, ["name: The field's name may have 100 characters. Shorten it."]],
  [{ name: 5, type: "text" }, ["name: The field's name must be a text."]],
  [{ name: "a", type: "choice" }, ["options: Give the choice field its options, one a line."]],
  [{ name: "a", type: "text", options: ["x"] }, ["options: Only a choice field has options. Leave them out."]],
  [{ name: "a", type: "choice", options: ["Sí", "si"] }, ['options: The option "si" is there twice. Keep one.']],
  [{ name: "a", type: "choice", options: [""] }, ["options.0: An option must not be empty."]],
])("says what is wrong with %j", (input, expected) => {
  expect(messages(fieldInput, input)).toEqual(expected);
});

it("refuses equal names and the names that every member has", () => {
  expect(
    messages(
      fieldListInput,
      ["City", "CITY", "Email"].map((name) => ({ name, type: "text" })),
    ),
  ).toEqual([
    '1.name: There is a field "City" already. Choose another name for this one.',
    '2.name: Every Regular profile has the email already, so no field may be named "Email". Choose another name.',
  ]);
  expect(fieldNameProblems(["mobile", "Status", "added"]).map(({ path }) => path)).toEqual([
    "0.name",
    "1.name",
    "2.name",
  ]);
});

it("takes at most as many fields as a file has columns", () => {
  const fields = Array.from({ length: MAX_FIELDS + 1 }, (_, i) => ({ name: `f${i}`, type: "text" }));
  expect(messages(fieldListInput, fields)).toEqual([": A profile may have 500 fields."]);
  expect(messages(fieldListInput, fields.slice(1))).toEqual([]);
});

it("reads the options from the lines of a text area", () => {
  expect(optionsFromLines("VIP\r\n\r\n Basic\nGold")).toEqual(["VIP", " Basic", "Gold"]);
});
