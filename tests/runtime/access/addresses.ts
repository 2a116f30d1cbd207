import { MARK, type World } from "./world.ts";

/** What stands for `[id]` below each of these; the rules are those of a Virtual profile. */
const ID_BELOW: [prefix: RegExp, of: (ids: World["ids"]) => number][] = [
  [/^\/contacts\//, (ids) => ids.contact],
  [/^\/imports\/\[id\]\/correct/, (ids) => ids.readyImport], // there is nothing to correct in any other
  [/^\/imports\/|^\/api\/v1\/imports\//, (ids) => ids.import],
  [/^\/profiles\/\[id\]\/rules/, (ids) => ids.virtual],
  [/^\/profiles\//, (ids) => ids.profile],
  [/^\/bulk\//, (ids) => ids.bulk],
  [/^\/staff\//, (ids) => ids.staff],
  [/^\/keys\//, (ids) => ids.key],
];

/** The address of a route with something that is really there, such as `/contacts/1` of `/contacts/[id]`. */
export function addressOf(route: string, ids: World["ids"]): string {
  return route.replaceAll(/\[([^\]]+)\]/g, (_, name: string) => String(standsFor(route, name, ids)));
}

export function standsFor(route: string, name: string, ids: World["ids"]): string | number {
  switch (name) {
    case "id":
      return ID_BELOW.find(([prefix]) => prefix.test(route))?.[1](ids) ?? unknown(route, name);
    case "profileId":
      return ids.profile;
    case "fieldId":
      return ids.field;
    case "versionId":
      return ids.version;
    case "key":
      return ids.profileKey;
    case "contact":
      return `${MARK}@example.com`;
    case "name":
      return encodeURIComponent(`${MARK} field`);
    case "deed":
      return "disable";
    case "token":
      return "A".repeat(43);
    case "...path":
      return "nothing";
    default:
      return unknown(route, name);
  }
}

function unknown(route: string, name: string): never {
  throw new Error(`Say in addresses.ts what stands for [${name}] in ${route}.`);
}
