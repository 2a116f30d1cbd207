import type { IncomingMessage, ServerResponse } from "node:http";

/** A body that is slower than this over a window, or the little more until it is looked at, is cut: 1 KB/s over half a minute. */
const WINDOW_MS = 30_000;
const LEAST_BYTES = 30 * 1024;

/**
 * Cuts the connections of clients that trickle their request's body, so that holding a thousand of them costs an
 * attacker a thousand lines. A slow line that moves is left alone, however long the whole takes.
 */
export function slowBodyGuard({ windowMs = WINDOW_MS, leastBytes = LEAST_BYTES } = {}) {
  const watched = new Map<IncomingMessage, { bytes: number; since: number }>();

  const sweep = setInterval(() => {
    const now = performance.now();
    for (const [request, mark] of watched) {
      const bytes = request.socket.bytesRead;
      const windows = (now - mark.since) / windowMs;
      // Bytes that wait to be read mean that we are slow (a busy database), not the client.
      const waitsForUs = request.readableLength > 0;
      if (!waitsForUs && windows < 1) continue;
      const isSlow = bytes - mark.bytes < leastBytes * windows;
      if (isSlow && !waitsForUs) request.socket.destroy();
      else watched.set(request, { bytes, since: now });
    }
  }, windowMs / 6);
  sweep.unref();

  return {
    /** Watches until the body is whole, or the answer is done. */
    watch(request: IncomingMessage, response: ServerResponse) {
      if (!hasBody(request)) return;
      watched.set(request, { bytes: request.socket.bytesRead, since: performance.now() });
      const forget = () => watched.delete(request);
      request.once("end", forget).once("close", forget);
      response.once("close", forget);
    },
    stop: () => clearInterval(sweep),
  };
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
