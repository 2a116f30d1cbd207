import type { z } from "zod";
import { readJson } from "#app/_doors/api-route.ts";
import { Problem } from "#lib/problem.ts";

/** A body of little but `rules`. What is too much for any body is above all too much for rules, and said as that. */
export async function readRulesBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  try {
    return await readJson(request, schema);
  } catch (error) {
    throw error instanceof Problem && error.kind === "too_large" ? tooLarge() : error;
  }
}

function tooLarge(): Problem {
  const message = "Rules may take at most 64 KiB. Shorten the lists of values.";
  return new Problem("invalid", "rule_too_large", message, [{ path: "rules", message }]);
}
