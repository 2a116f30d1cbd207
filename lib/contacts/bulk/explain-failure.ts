import { Problem } from "#lib/problem.ts";
import { logDefect } from "#lib/text/defect.ts";
import { type Failure, failure } from "#lib/text/failure.ts";
import { words } from "#lib/text/words.ts";

/** Why an action failed: a stable code, and a sentence for people. What nobody expected is logged with an id. */
export function explainFailure(error: unknown): Failure {
  if (error instanceof Problem) return failure(error.code, error.words);
  const id = logDefect("bulk action", error);
  return failure(
    "unexpected",
    words(
      "Something went wrong here (error {id}). Nothing was changed. Try again, and tell an administrator if it happens twice.",
      { id },
    ),
  );
}
