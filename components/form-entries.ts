/** What a form holds, as the actions of `app/` read it. */
export type FormEntries = Record<string, string | string[]>;

/** Under this name a place in the browser's history has the id of the form that was filled in there. */
export const KEPT = "rollbookForm";

/** A name that comes several times is a list; files, and what React adds for itself, are left out. */
export function entriesOf(form: FormData): FormEntries {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION_"));
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name).filter((value) => typeof value === "string");
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}
