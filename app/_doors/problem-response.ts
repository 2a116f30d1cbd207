import type { Translator } from "#components/words/translator.ts";
import { Problem, type ProblemDetail, type ProblemKind } from "#lib/problem.ts";
import { logDefect } from "#lib/text/defect.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import { isBusy, isDiskFull } from "#lib/text/sql-state.ts";
import { type Words, words } from "#lib/text/words.ts";

/** The status, and what is said: `{"error":{code,message,details}}` of the API. */
export type Failure = { status: number; code: string; message: string; details: ProblemDetail[] };

/**
 * What to answer when `error` was thrown; for a page in the person's words (`t`), for a program in English. One that
 * nobody expected is logged, and its id is in the message.
 */
export function failureOf(error: unknown, where: string, t?: Translator): Failure {
  if (error instanceof Problem) {
    const { code, kind } = error;
    return { status: STATUS[kind], code, ...inWords(error, t) };
  }
  const [status, code, said] = passing(error) ?? ([500, "unexpected", unexpected(logDefect(where, error))] as const);
  return { status, code, message: t ? t.words(said) : inEnglish(said), details: [] };
}

/** What will be over by itself, or once somebody has made room. */
function passing(error: unknown): readonly [status: number, code: string, said: Words] | null {
  if (isBusy(error)) return [STATUS.busy, "busy", BUSY];
  return isDiskFull(error) ? [STATUS.busy, "disk_full", DISK_FULL] : null;
}

const BUSY = words("Rollbook is busy at this moment, and nothing was changed. Try again in a few seconds.");
export const DISK_FULL = words(
  "The database's disk is full, and nothing was changed. Tell an administrator: once there is room, try again.",
);
const unexpected = (id: string) => words("Something went wrong here: error {id}.", { id });

/** What the problem says, in the person's words (`t`) or in English. */
export function inWords({ message, words: said, details }: Problem, t?: Translator) {
  return {
    message: t ? t.words(said) : message,
    details: details.map((each) => ({ path: each.path, message: t ? t.words(each.words) : each.message })),
  };
}

export function failureJson({ status, code, message, details }: Failure): Response {
  return Response.json({ error: { code, message, details } }, { status, headers: headersOf(status) });
}

/** What HTTP wants beside some statuses. */
export function headersOf(status: number): Record<string, string> {
  if (status === STATUS.unauthenticated) return { "www-authenticate": 'Bearer realm="Rollbook"' };
  return status === STATUS.busy ? { "retry-after": "5" } : {};
}

const STATUS: Record<ProblemKind, number> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  invalid: 422,
  busy: 503,
};
