import { type SQL, sql } from "drizzle-orm";
import type { Population } from "./population.ts";

/** The people that are read to count something that costs much: everybody, or those on some pages of the table. */
export type Sample = {
  /** To stand after `from`; the table keeps its name, so that conditions on it hold. */
  from: SQL;
  /** The part of the table that is read; 1 is all of it. */
  share: number;
};

/**
 * About `most` people of the table, by whole pages of it, which is as fast as reading no more than those. Always the same
 * ones while the table is the same: the page and the file of its numbers must not differ.
 */
export function sampleOf({ table, rows }: Population, most: number): Sample {
  if (rows <= most) return { from: sql`${table}`, share: 1 };
  const share = most / rows;
  return { from: sql`${table} tablesample system (${share * 100}::real) repeatable (1)`, share };
}

/** How many people a number of people read stands for. */
export const scaled = (count: number, { share }: Sample): number => Math.round(count / share);

/**
 * About how many different values there are, of which `read` were read: `different` ones, `once` of them a single time.
 * The estimator of Haas and Stokes that PostgreSQL uses too.
 */
export function estimateDistinct(read: number, different: number, once: number, { share }: Sample): number {
  if (share === 1 || read === 0) return different;
  return Math.round((read * different) / (read - once + once * share));
}
