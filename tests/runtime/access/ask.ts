import { type IncomingHttpHeaders, request } from "node:http";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
export type Asked = { method?: string; headers?: Record<string, string>; body?: string | FormData };

/** Not `fetch`: that sets headers of its own, lets nobody set `host` or `origin`, and tidies addresses up. */
export async function ask(address: string, path: string, { method = "GET", headers = {}, body }: Asked = {}) {
  const encoded = body === undefined ? null : new Response(body);
  const type = encoded?.headers.get("content-type");
  const bytes = encoded && Buffer.from(await encoded.arrayBuffer());
  const { hostname, port } = new URL(address);
  return new Promise<Answer>((resolve, reject) => {
    const all = { ...(type && { "content-type": type }), ...(bytes && { "content-length": bytes.length }), ...headers };
    const asked = request({ hostname, port, path, method, headers: all }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (piece) => {
        text += piece;
      });
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
      answer.once("error", reject);
    });
    asked.once("error", reject).end(bytes ?? undefined);
  });
}

/**
 * A server action called straight, without its page: the body that React sends for `action(state, form)`.
 * `scriptless`: as a browser without JavaScript sends its form. `alone`: for `action(form)`.
 */
export function actionCall(
  id: string,
  entries: Record<string, string> = {},
  { scriptless = false, alone = false } = {},
): Asked {
  const state = JSON.stringify([{ errors: {}, values: {} }]);
  const body = new FormData();
  if (scriptless) {
    body.append("$ACTION_REF_1", "");
    body.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
    body.append("$ACTION_1:1", state);
    body.append("$ACTION_KEY", "k");
    for (const [name, value] of Object.entries(entries)) body.append(name, value);
    return { method: "POST", body };
  }
  for (const [name, value] of Object.entries(entries)) body.append(`_1_${name}`, value);
  body.append("0", alone ? '["$K1"]' : `${state.slice(0, -1)},"$K1"]`);
  return { method: "POST", headers: { "next-action": id, accept: "text/x-component" }, body };
}
