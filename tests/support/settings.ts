import { SETTINGS } from "../../lib/environment.ts";

/** The product's settings, each unset (empty counts as unset): what this machine has set must not steer a test. */
export const UNSET_SETTINGS: Record<string, string> = Object.fromEntries(SETTINGS.map((name) => [name, ""]));
