import { z } from "zod";
import { contactAnswer } from "#lib/contacts/contact-answer.ts";
import { memberAnswer } from "#lib/contacts/member-json.ts";
import { fieldInput } from "#lib/fields/field-input.ts";
import { importAnswer } from "#lib/imports/import-json.ts";
import { fieldAnswer, profileAnswer } from "#lib/profiles/profile-answer.ts";
import { ruleSchema } from "#lib/rules/parse-rule.ts";
import { newProfileInput } from "#lib/virtual/input.ts";
import { errorAnswer } from "./error-answer.ts";

export type JsonSchema = Record<string, unknown>;

/** What the description calls by a name, in its `components`. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  Profile: profileAnswer,
  NewProfile: newProfileInput,
  Field: fieldAnswer,
  NewField: fieldInput,
  Rule: ruleSchema,
  Member: memberAnswer,
  Contact: contactAnswer,
  Import: importAnswer,
  Error: errorAnswer,
};

/**
 * zod schemas → JSON Schema, all at once, so that one within another becomes a reference. `components` are those with a
 * name; `of` is where a schema stands, or what it says when it has no name.
 */
export function jsonSchemas(unnamed: readonly z.ZodType[]) {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  for (const [at, schema] of unnamed.entries()) {
    if (!registry.has(schema)) registry.add(schema, { id: `${UNNAMED}${at}` });
  }
  // What may be sent, before any of it is read: a transform has no JSON Schema, and answers have none.
  const { schemas } = z.toJSONSchema(registry, { io: "input", uri: placeOf });
  const of = (schema: z.ZodType): JsonSchema => {
    const { id } = registry.get(schema) ?? { id: "" };
    return id.startsWith(UNNAMED) ? bare(schemas[id]) : { $ref: placeOf(id) };
  };
  const components = Object.fromEntries(Object.keys(NAMED).map((id) => [id, bare(schemas[id])]));
  return { components, of };
}

const UNNAMED = "unnamed ";
const placeOf = (id: string) => `#/components/schemas/${id}`;

function bare(schema: object = {}): JsonSchema {
  const { $schema: _, $id: __, ...rest } = schema as JsonSchema;
  return rest;
}
