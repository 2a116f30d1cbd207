import type { IncomingMessage, ServerResponse } from "node:http";

/** All of a form's fields together: what Next takes for a server action. Beyond it Next answers 500, or not at all. */
const MOST_BYTES = 1024 * 1024;

/** A browser shows no answer while it still sends: up to here the rest is read, and thrown away. */
const READ_AWAY_BYTES = 16 * MOST_BYTES;

/** Whether the body is none, or of a form's size. A browser says how long its form is. */
export function isForm({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] === undefined && bytesOf(headers) <= MOST_BYTES;
}

/** Answers 413, or 411 to a body that does not say its length. */
export function refuseBody(request: IncomingMessage, response: ServerResponse): false {
  const status = request.headers["transfer-encoding"] === undefined ? 413 : 411;
  const answer = () =>
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", connection: "close" }).end(PAGE);
  if (status === 413 && bytesOf(request.headers) <= READ_AWAY_BYTES) request.once("end", answer).resume();
  else answer();
  return false;
}

const bytesOf = (headers: IncomingMessage["headers"]) => Number(headers["content-length"] ?? 0);

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>This form is too large · Rollbook</title>
<h1>This form is too large</h1>
<p>All of its fields together may hold 1 MB, so nothing was changed. Go back with your browser and shorten what you filled in. A long list of contacts is imported as a file.</p>
<p><a href="/">Open Rollbook</a></p>
</html>
`;
