import { environment } from "#lib/environment.ts";

/** The installation's time zone: dates on pages are told in it. */
export const environmentTimeZone = (): string => environment().TIME_ZONE;
