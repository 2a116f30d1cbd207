/** Thrown by the readers of request bodies when the client went away, or the body ended before its end. */
export class BrokenUpload extends Error {
  override readonly name = "BrokenUpload";
}

export function isBrokenUpload(error: unknown): boolean {
  if (error instanceof BrokenUpload) return true;
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return (
    code === "ECONNRESET" ||
    code === "ERR_STREAM_PREMATURE_CLOSE" ||
    name === "AbortError" ||
    name === "ResponseAborted"
  );
}
