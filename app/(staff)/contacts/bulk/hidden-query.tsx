import type { Query } from "../contacts-address.ts";

/** The query of this page again, for a form that leads on: who is meant. */
export function HiddenQuery({ query }: { query: Query }) {
  return Object.entries(query).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
  );
}
