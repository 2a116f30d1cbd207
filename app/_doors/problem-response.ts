import { Problem, type ProblemKind } from "#lib/problem.ts";
import { logDefect } from "#lib/text/defect.ts";
import { isBusy } from "#lib/text/sql-state.ts";

/** The status, and what is said: `{"error":{code,message,details}}` of the API. */
export type Failure = { status: number; code: string; message: string; details: Problem["details"] };

/** What to answer when `error` was thrown. One that nobody expected is logged, and its id is in the message. */
export function failureOf(error: unknown, where: string): Failure {
  if (error instanceof Problem) {
    const { code, message, details } = error;
    return { status: STATUS[error.kind], code, message, details };
  }
  if (isBusy(error)) {
    const message = "Rollbook is busy at this moment, and nothing was changed. Try again in a few seconds.";
    return { status: STATUS.busy, code: "busy", message, details: [] };
  }
  const id = logDefect(where, error);
  return { status: 500, code: "unexpected", message: `Something went wrong here: error ${id}.`, details: [] };
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
