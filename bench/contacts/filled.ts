import type pg from "pg";
import type { FilledProfile } from "../support/fill-profile.ts";

/** The profile that is measured, and a connection to look into it. */
export type Filled = FilledProfile & { client: pg.Client };
