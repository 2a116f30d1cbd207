import { type SQL, sql } from "drizzle-orm";

/** This moment by the database's clock, which all servers share: what one log says happened in the order in which it did. */
export const NOW: SQL<Date> = sql`clock_timestamp()`;
