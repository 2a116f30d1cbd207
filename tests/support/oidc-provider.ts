import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll } from "vitest";

/** What the provider says of whoever comes to it next. */
export type Vouched = { sub: string; email?: string; email_verified?: boolean };

export const OIDC_CLIENT = { id: "rollbook-tests", secret: "a secret of tests" };

/**
 * A small identity provider on this machine, which lets in at once, as `person`, whoever is sent to it. It holds clients
 * to what the standard asks of them: the secret, the code once, the same address again, and PKCE. `forge` changes what
 * the next ID token says.
 */
export async function startOidcProvider() {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const waiting = new Map<string, URLSearchParams>();
  const provider = { issuer: "", person: { sub: "nobody" } as Vouched, forge: {} as Record<string, unknown> };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "", provider.issuer);
    const json = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return json(200, description(provider.issuer));
      case "/jwks":
        return json(200, { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] });
      case "/authorize": {
        const code = randomUUID();
        waiting.set(code, url.searchParams);
        const back = new URL(url.searchParams.get("redirect_uri") ?? "");
        back.search = new URLSearchParams({ code, state: url.searchParams.get("state") ?? "" }).toString();
        return response.writeHead(302, { location: back.href }).end();
      }
      case "/token": {
        const given = new URLSearchParams(await text(request));
        const asked = waiting.get(given.get("code") ?? "");
        waiting.delete(given.get("code") ?? "");
        if (!asked || !holds(given, asked)) return json(400, { error: "invalid_grant" });
        const now = Math.floor(Date.now() / 1000);
        const claims = {
          iss: provider.issuer,
          aud: OIDC_CLIENT.id,
          iat: now,
          exp: now + 60,
          nonce: asked.get("nonce"),
        };
        const token = { ...claims, ...provider.person, ...provider.forge };
        return json(200, { access_token: randomUUID(), token_type: "Bearer", id_token: signed(token) });
      }
      default:
        return json(404, {});
    }
  });

  function signed(claims: object): string {
    const parts = [{ alg: "RS256", kid: "1", typ: "JWT" }, claims];
    const body = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    return `${body}.${sign("sha256", Buffer.from(body), privateKey).toString("base64url")}`;
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  return provider;
}

function holds(given: URLSearchParams, asked: URLSearchParams): boolean {
  const challenge = createHash("sha256")
    .update(given.get("code_verifier") ?? "")
    .digest("base64url");
  return (
    given.get("client_id") === OIDC_CLIENT.id &&
    given.get("client_secret") === OIDC_CLIENT.secret &&
    given.get("redirect_uri") === asked.get("redirect_uri") &&
    asked.get("code_challenge_method") === "S256" &&
    challenge === asked.get("code_challenge")
  );
}

const description = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
});
