import { Problem } from "#lib/problem.ts";
import { pathOfNul } from "#lib/text/nul.ts";

/** Throws Problem `malformed` for an address that holds U+0000: no table can hold it, so nothing has that address. */
export function assertReadableAddress(request: Request, params: object): void {
  const query = new URL(request.url).searchParams;
  if (pathOfNul(params) === null && pathOfNul([...query].flat()) === null) return;
  throw new Problem(
    "malformed",
    "unreadable_address",
    "The address holds a character (U+0000) that means nothing here.",
  );
}
