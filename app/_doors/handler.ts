import { redirect, unstable_rethrow } from "next/navigation";
import type { Translator } from "#components/words/translator.ts";
import { getWords } from "#components/words.ts";
import { assertSameOrigin } from "#lib/http/same-origin.ts";
import { sameOriginPath } from "#lib/http/same-origin-path.ts";
import type { Permission, Person } from "#lib/staff/permissions.ts";
import { noteDenials } from "./note-denials.ts";
import { type Failure, failureJson, failureOf, headersOf } from "./problem-response.ts";
import { assertReadableAddress } from "./readable-address.ts";
import { allowedPerson } from "./staff-action.ts";

/**
 * A route handler that pages use (uploads, downloads, progress): from our own page unless it only reads → signed in →
 * allowed → `handler`. What it throws is answered as JSON to a script, as a small page to a browser that would show it.
 */
export function staffHandler<Params extends object = Record<never, never>>(
  permission: Permission,
  handler: (request: Request, person: Person, params: Params) => Promise<Response>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, { params }) => {
    const reads = request.method === "GET" || request.method === "HEAD";
    try {
      if (!reads) assertSameOrigin(request.headers);
      const person = await allowedPerson(permission);
      const decoded = await params;
      assertReadableAddress(request, decoded);
      return await noteDenials(person, () => handler(request, person, decoded));
    } catch (error) {
      unstable_rethrow(error);
      const t = await getWords();
      const failure = failureOf(error, "handler", t);
      if (!wantsPage(request)) return failureJson(failure);
      if (failure.code === "signed_out" && reads) redirect(signInAddress(request));
      return page(failure, t);
    }
  };
}

const wantsPage = (request: Request) => (request.headers.get("accept") ?? "").includes("text/html");

function signInAddress(request: Request): string {
  const { pathname, search } = new URL(request.url);
  const next = sameOriginPath(pathname + search);
  return next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in";
}

function page({ status, message, details }: Failure, t: Translator): Response {
  const lines = [message, ...details.map((detail) => detail.message).filter((words) => words !== message)];
  const title = escapeHtml(t("That did not work"));
  const html = `<!doctype html>
<html lang="${t.locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title} · Rollbook</title>
<h1>${title}</h1>
${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n")}
<p>${escapeHtml(t("Go back with your browser."))} <a href="/">${escapeHtml(t("Open Rollbook"))}</a></p>
</html>
`;
  return new Response(html, { status, headers: { "content-type": "text/html; charset=utf-8", ...headersOf(status) } });
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
