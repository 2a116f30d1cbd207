import { describe, expect, it } from "vitest";
import { addressOf } from "./addresses.ts";
import { type Answer, actionCall, ask } from "./ask.ts";
import { fingerprint } from "./fingerprint.ts";
import { builtActions } from "./manifests.ts";
import { HANDLERS, type Methods, SILENT } from "./table.ts";
import { MARK, makeWorld } from "./world.ts";

/*
 * Ids in the fields of forms, guessed: every action of the build that takes one is sent straight, whole but for that id.
 * What is another's, gone, or never was changes nothing, leads nowhere and is told alike.
 */

const { address, ids, cookies, keys, sql, call } = await makeWorld();
await call(`/api/v1/profiles/${ids.otherKey}/contacts/erased-${MARK}@example.com`, { method: "DELETE" });
await call(`/api/v1/contacts/erased-${MARK}@example.com`, { method: "DELETE" });
const before = await fingerprint(sql);

const CONTACT = { contact: ids.contact, profile: ids.profile, version: "1" };
const FIELD = { profile: ids.profile, field: ids.field, name: "New", type: "number", options: "" };
const MEMBER = { member: ids.staff, role: "viewer", deed: "disable" };
const IMPORT = { import: ids.readyImport, columns: 0 };
const PROFILE = { profile: ids.profile, name: "New", contacts: "with", description: "", confirmation: `${MARK} one` };

type Form = Record<string, string | number>;
/** By action, a form that is right, and which of its fields hold an id that somebody could guess. */
const FORMS: Record<string, [form: Form, ...idFields: string[]]> = {
  "(staff)/account/actions.ts endSession": [{ session: 1 }, "session"],
  "(staff)/contacts/[id]/erase/actions.ts sendErase": [{ ...CONTACT, confirmation: MARK }, "contact"],
  "(staff)/contacts/[id]/profiles/[profileId]/actions.ts sendEdit": [CONTACT, "contact", "profile"],
  "(staff)/contacts/[id]/profiles/[profileId]/remove/actions.ts sendRemove": [CONTACT, "contact", "profile"],
  "(staff)/contacts/[id]/status/actions.ts sendStatus": [{ ...CONTACT, status: "bounced", reason: "x" }, "contact"],
  "(staff)/contacts/new/actions.ts sendNewContact": [{ profile: ids.profile, key: "new@example.com" }, "profile"],
  "(staff)/imports/[id]/actions.ts applyImport": [IMPORT, "import"],
  "(staff)/imports/[id]/actions.ts cancelImport": [IMPORT, "import"],
  "(staff)/imports/[id]/actions.ts changeColumns": [IMPORT, "import"],
  "(staff)/imports/[id]/actions.ts checkImportAgain": [IMPORT, "import"],
  "(staff)/imports/[id]/actions.ts undoImport": [IMPORT, "import"],
  "(staff)/imports/[id]/columns/actions.ts sendColumns": [IMPORT, "import"],
  "(staff)/imports/[id]/columns/actions.ts sendReading": [IMPORT, "import"],
  "(staff)/imports/[id]/correct/actions.ts sendCorrections": [IMPORT, "import"],
  "(staff)/keys/actions.ts makeKey": [{ name: "x", owner: ids.staff, role: "viewer", lifetime: "30" }, "owner"],
  "(staff)/keys/actions.ts sendRevoke": [{ key: ids.key }, "key"],
  "(staff)/profiles/[id]/actions.ts sendArchive": [PROFILE, "profile"],
  "(staff)/profiles/[id]/actions.ts sendDelete": [PROFILE, "profile"],
  "(staff)/profiles/[id]/actions.ts sendDuplicate": [PROFILE, "profile"],
  "(staff)/profiles/[id]/actions.ts sendEdit": [PROFILE, "profile"],
  "(staff)/profiles/[id]/actions.ts sendEmpty": [PROFILE, "profile"],
  "(staff)/profiles/[id]/actions.ts sendRestore": [PROFILE, "profile"],
  "(staff)/profiles/[id]/fields/actions.ts sendAdd": [FIELD, "profile"],
  "(staff)/profiles/[id]/fields/actions.ts sendDeleteField": [FIELD, "profile", "field"],
  "(staff)/profiles/[id]/fields/actions.ts sendField": [FIELD, "profile", "field"],
  "(staff)/profiles/[id]/fields/actions.ts sendRetype": [FIELD, "profile", "field"],
  "(staff)/profiles/[id]/fields/actions.ts sendStep": [{ ...FIELD, step: `${ids.field} up` }, "profile"],
  "(staff)/profiles/[id]/rules/versions/[versionId]/actions.ts sendBringBack": [
    { profile: ids.virtual, version: ids.version, seen: ids.version },
    "profile",
    "version",
  ],
  "(staff)/staff/actions.ts sendDeed": [MEMBER, "member"],
  "(staff)/staff/actions.ts sendNewLink": [MEMBER, "member"],
  "(staff)/staff/actions.ts sendRole": [MEMBER, "member"],
};

/** Their forms hold no id, or hold it where other tests ask: addresses of lists, drafts of rules, links. */
const WITHOUT =
  /\/account\/|\/settings\/|contacts\/(bulk|columns)\/|profiles\/new\/|virtual\/builder\/|sendInvitation|^(join|setup|sign-in)\//;

const NOWHERE = ["999999", "2147483647"];
const NO_ID = ["0", "-1", "99999999999999999999", "1'", "1 or 1=1", "../2", "1e3", "NaN", "a", ""];
const FOREIGN: Record<string, number> = {
  field: ids.otherField,
  version: ids.otherVersion,
  contact: ids.erasedContact,
};

const actions = builtActions();

it("every action of the build stands here, or holds no id", () => {
  const left = actions.map(({ name }) => name).filter((name) => !(name in FORMS) && !WITHOUT.test(name));
  expect(left).toEqual([]);
});

const guessed = Object.entries(FORMS).flatMap(([name, [form, ...fields]]) =>
  fields.map((field) => ({ name, form, field })),
);

describe.each(guessed)("$name, for another $field", ({ name, form, field }) => {
  const { id = "", page = "" } = actions.find((action) => action.name === name) ?? {};
  const send = (value: string) => {
    const entries = Object.entries({ ...form, [field]: value }).map(([key, given]) => [key, String(given)]);
    const asked = actionCall(id, Object.fromEntries(entries), { alone: SILENT.includes(name) });
    const headers = { origin: address, cookie: cookies.administrator ?? "", ...asked.headers };
    return ask(address, addressOf(page, ids), { ...asked, headers });
  };

  it("changes nothing, leads nowhere, and tells nobody's from what never was by no word", async () => {
    const foreign = FOREIGN[field] === undefined ? [] : [String(FOREIGN[field])];
    const wrong: string[] = [];
    const said = new Set<string>();
    for (const value of [...NO_ID, ...NOWHERE, ...foreign]) {
      const answer = await send(value);
      if (faultOf(answer)) wrong.push(`${JSON.stringify(value)}: ${faultOf(answer)}`);
      if (!NO_ID.includes(value)) said.add(saidBy(answer, value));
    }
    expect(wrong).toEqual([]);
    expect([...said], [...said].join("\n")).toHaveLength(1);
    expect(await fingerprint(sql)).toEqual(before);
  });
});

function faultOf({ status, headers, body }: Answer): string | null {
  if (status >= 500 || /Something went wrong|unexpected/i.test(body)) return `${status} ${body.slice(0, 200)}`;
  if (headers.location ?? headers["x-action-redirect"]) return `leads to ${headers.location}`;
  return null;
}

/** Of what an action answers: its words, without the build's and the form's own, and without the id that was sent. */
const saidBy = ({ status, body }: Answer, sent: string) => {
  const words = [...body.matchAll(/"(?:message|errors)":("(?:[^"\\]|\\.)*"|\{[^}]*\})/g)].map(([, text]) => text);
  return `${status} ${words.join(" ").replaceAll(new RegExp(`\\b${sent}\\b`, "g"), "…")}`;
};

/** Of the API, what changes something by an address or a name. */
const changes = Object.entries(HANDLERS as Record<string, Methods>)
  .filter(([route]) => route.startsWith("/api/") && /\[(contact|name)\]$/.test(route))
  .flatMap(([route, methods]) =>
    Object.keys(methods).flatMap((method) => (method === "GET" ? [] : [{ method, route }])),
  );

it.each(changes)("$method $route takes nothing of the kind either", async ({ method, route }) => {
  const wrong: string[] = [];
  for (const value of ["999999", "0", "1'", "1%20or%201=1", "..%2F2", "a%40", "%25", "__proto__", "nobody%00"]) {
    const path = addressOf(route.replace(/\[(contact|name)\]$/, value), ids);
    const headers = { authorization: `Bearer ${keys.administrator}`, "content-type": "application/json" };
    const { status } = await ask(address, path, { method, headers, body: "{}" });
    if (![400, 404, 422].includes(status)) wrong.push(`${value}: ${status}`);
  }
  expect(wrong).toEqual([]);
  expect(await fingerprint(sql)).toEqual(before);
});
