import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { join } from "node:path";
import { keepTrustedHeaders } from "#lib/http/request-headers.ts";
import { mayBeCached, securityHeaders } from "#lib/http/security-headers.ts";
import { isForm, refuseBody } from "./form-size.ts";

/** What the product's edge has to know. `publicFolder`: files there may be cached. */
export type EdgeOptions = { https: boolean; trustProxy: boolean; publicFolder: string };

/**
 * What happens to each request before Next sees it, and to each answer before it leaves.
 * Returns false when the request was refused and answered here.
 */
export function makeEdge({ https, trustProxy, publicFolder }: EdgeOptions) {
  const publicFiles = filesIn(publicFolder);

  return function enter(request: IncomingMessage, response: ServerResponse): boolean {
    const nonce = randomBytes(16).toString("base64");
    const headers = securityHeaders(nonce, https);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const path = request.url ?? "";
    if (!mayBeCached(pathOf(path), publicFiles)) neverCache(response);
    if (pathOf(path) === "/not-found") response.statusCode = 404;

    // Both are Node's own to refuse, which would do it without a header of ours.
    if (request.headers.host === undefined && request.httpVersion === "1.1")
      return refuse(response, 400, "The request must name a host.");
    if (!/\b100-continue\b/i.test(request.headers.expect ?? "100-continue"))
      return refuse(response, 417, "This expectation is not met here.");
    if (!methodsOf(path).includes(request.method ?? "")) {
      response.setHeader("allow", methodsOf(path).join(", "));
      return refuse(response, 405, "This method is not allowed.");
    }
    // `GET http://elsewhere/` is for proxies, which this is not.
    if (!path.startsWith("/")) return refuse(response, 400, "The address must be a path.");
    if (!isDecodable(pathOf(path))) return refuse(response, 400, "The address holds a broken escape (%).");
    if (!takesFiles(pathOf(path)) && !isForm(request)) return refuseBody(request, response);

    keepTrustedHeaders(request.headers, { address: request.socket.remoteAddress ?? "", trustProxy });
    request.headers["content-security-policy"] = headers["content-security-policy"];
    // Next does not tell a page its own address, which it needs to lead back to it after a sign-in.
    request.headers["x-rollbook-path"] = path;
    return true;
  };
}

/** Next draws a page for any method at all. */
function methodsOf(path: string): readonly string[] {
  return path.startsWith("/api/") ? API_METHODS : PAGE_METHODS;
}

const PAGE_METHODS = ["GET", "HEAD", "POST", "OPTIONS"];
const API_METHODS = [...PAGE_METHODS, "PUT", "PATCH", "DELETE"];

/** Whose bodies are read as they come, to limits of their own. */
const takesFiles = (path: string) => path === "/imports/upload" || path.startsWith("/api/");

/** The answer to what is no HTTP. It carries the same headers, by hand: there is no response object. */
export function answerMalformed({ https }: Pick<EdgeOptions, "https">) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = STATUS_OF[error.code ?? ""] ?? "400 Bad Request";
    const headers = { ...securityHeaders("none", https), "cache-control": "no-store", connection: "close" };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.end(`HTTP/1.1 ${status}\r\n${lines.join("\r\n")}\r\n\r\n`);
  };
}

const STATUS_OF: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** At the last moment, because Next sets a rule of its own on what it renders. */
function neverCache(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    response.setHeader("cache-control", "no-store");
    return writeHead(...args);
  };
}

function refuse(response: ServerResponse, status: number, sentence: string): false {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${sentence}\n`);
  return false;
}

/** Next answers 500 to a path that cannot be decoded. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

const pathOf = (url: string) => url.split("?", 1)[0] ?? url;

function filesIn(folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/")),
  );
}
