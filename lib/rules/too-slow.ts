import { Problem } from "#lib/problem.ts";
import { sqlState } from "#lib/text/sql-state.ts";

/** So long a question with a rule may take, in milliseconds. */
export const LONGEST_RULE_MS = 5000;

/** What was thrown or, where that question was stopped, Problem `rule_too_slow`. */
export const orTooSlow = (error: unknown): unknown => (sqlState(error) === QUERY_CANCELED ? tooSlow() : error);

const QUERY_CANCELED = "57014";

const tooSlow = () =>
  new Problem(
    "invalid",
    "rule_too_slow",
    "Finding out who matches these rules took longer than 5 seconds, so it was stopped. Use fewer conditions, above all fewer “contains”.",
  );
