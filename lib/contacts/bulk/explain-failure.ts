import { Problem } from "#lib/problem.ts";
import { logDefect } from "#lib/text/defect.ts";

/** Why an action failed: a stable code, and a sentence for people. What nobody expected is logged with an id. */
export function explainFailure(error: unknown): { code: string; message: string } {
  if (error instanceof Problem) return { code: error.code, message: error.message };
  const id = logDefect("bulk action", error);
  return {
    code: "unexpected",
    message: `Something went wrong here (error ${id}). Nothing was changed. Try again, and tell an administrator if it happens twice.`,
  };
}
