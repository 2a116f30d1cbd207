import { fieldName, fieldNameProblems } from "#lib/fields/field-input.ts";
import { normaliseHeader } from "#lib/fields/header-names.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { type Words, words } from "#lib/text/words.ts";

/** The name as a field may have it, or why none may: an import makes no field that the page of fields would not. */
export function newFieldName(written: string): { name: string } | { wrong: Words } {
  const checked = fieldName.safeParse(written);
  if (!checked.success) return { wrong: words(checked.error.issues[0]?.message ?? "") };
  const [reserved] = fieldNameProblems([checked.data]);
  return reserved ? { wrong: reserved.words } : { name: checked.data };
}

const MAX_CHARS = 100;

/**
 * For a program, which nobody can ask: a name like the column's that no field has yet and any may have, such as
 * `Status 2`. Null for a column whose name is nothing but control characters.
 */
export function freeNames({ fields }: Pick<Profile, "fields">): (column: string) => string | null {
  const taken = new Set(fields.map(({ name }) => normaliseHeader(name)));
  return (column) => {
    for (let nth = 1; ; nth++) {
      const named = newFieldName(numbered(column, nth));
      if (!("name" in named)) {
        if (nth > 1) return null;
        continue;
      }
      const normal = normaliseHeader(named.name);
      if (taken.has(normal)) continue;
      taken.add(normal);
      return named.name;
    }
  };
}

function numbered(column: string, nth: number): string {
  const end = nth === 1 ? "" : ` ${nth}`;
  const signs = [...column.replace(/\s+/g, " ").trim().normalize("NFC")];
  return signs.slice(0, MAX_CHARS - end.length).join("") + end;
}
