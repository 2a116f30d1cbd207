import { bigint, customType, timestamp } from "drizzle-orm/pg-core";

/* Kinds of columns that several tables share. */

/** Text that is compared byte by byte: keys, tokens, hashes. An index on it costs half of one on a language's collation. */
export const textC = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
export const id = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity();
export const at = (name: string) => timestamp(name, { withTimezone: true });
export const count = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);
