import { Problem, type ProblemKind } from "#lib/problem.ts";
import { sqlState } from "#lib/text/sql-state.ts";
import type { Words } from "#lib/text/words.ts";
import { type FileFault, UnreadableFile } from "../reading/file-fault.ts";

/** What a thread that reads a file tells the one that started it. */
export type WorkerMessage = { bytes: number; rows?: number } | { failure: PackedFailure };

/** An error that crosses from one thread to another, where only its message would arrive. */
export type PackedFailure =
  | { type: "fault"; fault: FileFault }
  | { type: "problem"; kind: ProblemKind; code: string; words: Words }
  | { type: "other"; code: string | null; name: string; message: string; stack?: string };

export function packFailure(error: unknown): PackedFailure {
  if (error instanceof UnreadableFile) return { type: "fault", fault: error.fault };
  if (error instanceof Problem) return { type: "problem", kind: error.kind, code: error.code, words: error.words };
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { type: "other", code: sqlState(error), name, message, stack };
}

export function unpackFailure(packed: PackedFailure): Error {
  switch (packed.type) {
    case "fault":
      return new UnreadableFile(packed.fault);
    case "problem":
      return new Problem(packed.kind, packed.code, packed.words);
    case "other":
      return Object.assign(new Error(packed.message), packed);
    default:
      return packed satisfies never;
  }
}
