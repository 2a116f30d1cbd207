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
  | { type: "other"; code: string | null; name: string; message: string; stack?: string; cause?: PackedFailure };

export function packFailure(error: unknown): PackedFailure {
  if (error instanceof UnreadableFile) return { type: "fault", fault: error.fault };
  if (error instanceof Problem) return { type: "problem", kind: error.kind, code: error.code, words: error.words };
  const { name, message, stack, cause } = error instanceof Error ? error : new Error(String(error));
  // A broken connection has no code: the words of the cause tell that it may pass.
  const packed = cause instanceof Error ? { cause: packFailure(cause) } : {};
  return { type: "other", code: sqlState(error), name, message, stack, ...packed };
}

export function unpackFailure(packed: PackedFailure): Error {
  switch (packed.type) {
    case "fault":
      return new UnreadableFile(packed.fault);
    case "problem":
      return new Problem(packed.kind, packed.code, packed.words);
    case "other": {
      const { code, name, message, stack, cause } = packed;
      return Object.assign(new Error(message, cause && { cause: unpackFailure(cause) }), { code, name, stack });
    }
    default:
      return packed satisfies never;
  }
}
