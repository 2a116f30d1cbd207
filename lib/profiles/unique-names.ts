import { Problem } from "#lib/problem.ts";
import { type Words, words } from "#lib/text/words.ts";

/** A failed insert or update of a profile or field, in words where its name was taken; else the error as it came. */
export function nameTakenOr(error: unknown, name: string): unknown {
  switch (constraintOf(error)) {
    case "profiles_name_idx":
      return taken("profile_name_taken", words("There is a profile “{name}” already. Choose another name.", { name }));
    case "fields_name_idx":
      return taken("field_name_taken", "There is a field of that name already. Choose another one.");
    default:
      return error;
  }
}

/** Also where Drizzle has wrapped the database's error. */
function constraintOf(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { constraint } = at as { constraint?: unknown };
    if (typeof constraint === "string") return constraint;
  }
  return null;
}

const taken = (code: string, message: string | Words) =>
  new Problem("conflict", code, message, [{ path: "name", message }]);
