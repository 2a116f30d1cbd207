import { type IncomingHttpHeaders, request } from "node:http";
import { describe, expect, it } from "vitest";
import { ADMINISTRATOR, startProduct } from "./support/product.ts";

/*
 * The sign-in form, sent as no browser would: by hand, from wherever. A server action is a mutation like any other.
 */

const direct = await startProduct();
const behindProxy = await startProduct({ PUBLIC_URL: "https://contacts.example.com" });

describe("a form", () => {
  const own = new URL(direct.address);

  it("is taken from our own page", async () => {
    const answer = await signIn(direct.address, { origin: own.origin });
    expect(answer.status).toBe(303);
    expect(answer.headers["set-cookie"]?.[0]).toMatch(/^rollbook=[\w.-]+; Path=\/; .*HttpOnly; SameSite=lax$/i);
  });

  it("is taken from a browser that says it comes from here", async () => {
    expect((await signIn(direct.address, { "sec-fetch-site": "same-origin" })).headers["set-cookie"]).toBeDefined();
  });

  it.each<[string, Record<string, string>]>([
    ["nowhere", {}],
    ["null", { origin: "null" }],
    ["another site", { origin: "https://evil.example" }],
    ["a subdomain", { origin: `http://x.${own.host}` }],
    ["another port", { origin: `http://${own.hostname}:1` }],
    ["another site, with its host forwarded", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
    ["another site, by the browser's word", { "sec-fetch-site": "cross-site" }],
  ])("is refused from %s", async (_, headers) => {
    const answer = await signIn(direct.address, headers);
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(answer.headers.location).toBeUndefined();
  });
});

describe("behind https", () => {
  const host = "contacts.example.com";

  it("the cookie is sent over https only, and no neighbour can write it", async () => {
    const answer = await signIn(behindProxy.address, { host, origin: `https://${host}` });
    expect(answer.status).toBe(303);
    const [cookie = ""] = answer.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^__Host-rollbook=[\w.-]+; Path=\/; .*Secure; HttpOnly; SameSite=lax$/i);
    expect(cookie).not.toMatch(/domain/i);
    expect(cookie.length).toBeLessThan(4096);

    const everything = answer.headers["set-cookie"] ?? [];
    expect(everything.filter((each) => !/; Secure/.test(each))).toEqual([]);

    const pair = cookie.split(";", 1)[0] ?? "";
    const again = await send(behindProxy.address, "GET", { host, cookie: pair });
    expect(again.status).toBe(307);
    const renamed = await send(behindProxy.address, "GET", { host, cookie: pair.replace("__Host-", "") });
    expect(renamed.status).toBe(200);
  });
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** Fetches the form and sends it as a browser without JavaScript does. */
async function signIn(address: string, headers: Record<string, string>): Promise<Answer> {
  const { body } = await send(address, "GET", {});
  const form = new FormData();
  for (const [, name = "", value = ""] of body.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)) {
    form.append(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  form.append("email", ADMINISTRATOR.email);
  form.append("password", ADMINISTRATOR.password);
  const encoded = new Response(form);
  const type = encoded.headers.get("content-type") ?? "";
  return send(address, "POST", { ...headers, "content-type": type }, Buffer.from(await encoded.arrayBuffer()));
}

/** Not `fetch`, which sets headers of its own and lets nobody set `host`. */
function send(address: string, method: string, headers: Record<string, string>, body?: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL("/sign-in", address), { method, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (piece) => {
        text += piece;
      });
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    asked.once("error", reject).end(body);
  });
}
