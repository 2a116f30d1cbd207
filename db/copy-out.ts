import type { Readable } from "node:stream";
import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import { to } from "pg-copy-streams";

/**
 * The rows of a query as CSV in UTF-8, without a header, or as PostgreSQL's own binary format, as fast as they are read.
 * The reader must read to the end, or end the client.
 */
export function copyOut(client: pg.ClientBase, query: SQL, format: "csv" | "binary" = "csv"): Readable {
  return client.query(to(`copy (${withLiterals(query)}) to stdout (format ${format})`));
}

/** COPY takes no parameters: each is written in as the literal that Postgres' own client library makes of it. */
function withLiterals(query: SQL): string {
  const { sql, params } = new PgDialect().sqlToQuery(query);
  return sql.replace(/\$(\d+)/g, (_, place: string) => literal(params[Number(place) - 1]));
}

function literal(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "string") return pg.escapeLiteral(value);
  if (typeof value === "number" || typeof value === "boolean") return pg.escapeLiteral(String(value));
  if (Array.isArray(value)) return value.length === 0 ? "'{}'" : `array[${value.map(literal).join(", ")}]`;
  throw new Error("A value of this kind has no literal here.");
}
