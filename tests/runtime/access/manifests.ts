import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "#scripts/root.ts";

/* What the build itself says it holds. */

/** Addresses such as `/contacts/[id]`. */
type Routes = { pages: string[]; handlers: string[] };

/** A server action: its id, by which a request names it, and the address of a page that has it. */
type Action = { id: string; name: string; page: string };

export function builtRoutes(): Routes {
  const routes = Object.entries(read<Record<string, string>>("app-path-routes-manifest.json"));
  const ofKind = (ending: string) =>
    routes.flatMap(([file, address]) => (file.endsWith(ending) ? [address] : [])).sort();
  return { pages: ofKind("/page"), handlers: ofKind("/route") };
}

type References = {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
};

export function builtActions(): Action[] {
  const routes = read<Record<string, string>>("app-path-routes-manifest.json");
  return Object.entries(read<References>("server/server-reference-manifest.json").node)
    .map(([id, { filename, exportedName, workers }]) => ({
      id,
      name: `${filename.replace(/^app\//, "")} ${exportedName}`,
      page: routes[Object.keys(workers)[0]?.replace(/^app/, "") ?? ""] ?? "",
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const read = <Manifest>(name: string): Manifest =>
  JSON.parse(readFileSync(join(ROOT, ".next", name), "utf8")) as Manifest;
