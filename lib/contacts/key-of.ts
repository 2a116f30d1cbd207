import type { CountryCode } from "libphonenumber-js";
import { environment } from "#lib/environment.ts";
import { emailKey, mobileKey } from "#lib/fields/parse-value.ts";

/** The key that an address or a number as people write it stands for; null when it is none. */
export function keyOf(written: string, kind: "email" | "mobile"): string | null {
  const key =
    kind === "email" ? emailKey(written) : mobileKey(written, environment().DEFAULT_COUNTRY as CountryCode | undefined);
  return typeof key === "string" ? key : null;
}
