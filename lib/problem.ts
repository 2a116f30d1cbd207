import { inEnglish } from "#lib/text/in-english.ts";
import type { Words } from "#lib/text/words.ts";

/**
 * An expected failure: something a person or a program can read and act on.
 *
 * Thrown inside `lib/`, so that an open transaction rolls back; caught at the doors (pages, actions, route handlers),
 * which turn it into words beside the field, or into the API's `{"error":{"code","message","details"}}`.
 * Anything else that is thrown is a defect: it is logged with an id, and the person sees the id only.
 */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: string;
  readonly kind: ProblemKind;
  /** For pages, which say it in the reader's language; `message` is the same in English, for the API and the logs. */
  readonly words: Words;
  readonly details: readonly WordedDetail[];

  /**
   * `code` is a stable snake_case word; `message` is a whole sentence that says what is wrong and what to do: a literal,
   * or `words("… {name} …", { name })` where values stand in it.
   */
  constructor(kind: ProblemKind, code: string, message: string | Words, details: readonly GivenDetail[] = []) {
    const said = asWords(message);
    super(inEnglish(said));
    this.kind = kind;
    this.code = code;
    this.words = said;
    this.details = details.map(worded);
  }
}

const asWords = (message: string | Words): Words => (typeof message === "string" ? { text: message } : message);

function worded({ path, message, words }: GivenDetail): WordedDetail {
  return detailOf(path, words ?? message);
}

/** One wrong part, as it is said in English and in the reader's language. */
export function detailOf(path: string, message: string | Words): WordedDetail {
  const said = asWords(message);
  return { path, message: inEnglish(said), words: said };
}

/** What a detail says, for a page. */
export const wordsOf = ({ message, words }: Omit<ProblemDetail, "path">): Words => words ?? asWords(message);

/** One wrong part of an input. `path` is the form field's name, or the JSON path, that holds it. */
export type ProblemDetail = { path: string; message: string; words?: Words };
/** As a Problem has it: with the words that pages say in the reader's language. */
export type WordedDetail = ProblemDetail & { words: Words };
type GivenDetail = { path: string; message: string | Words; words?: Words };

/** What kind of failure it is; the API's status follows from it. */
export type ProblemKind =
  | "malformed" // 400
  | "unauthenticated" // 401
  | "forbidden" // 403
  | "not_found" // 404
  | "conflict" // 409
  | "too_large" // 413
  | "unsupported" // 415
  | "invalid" // 422
  | "busy"; // 503
