import { readFileSync } from "node:fs";

/**
 * Tells a path's route by its pattern, such as `/contacts/[id]`: the path itself may name people, and there are endless
 * many of them. `manifest`: the build's app-path-routes-manifest.json.
 */
export function routeNames(manifest: string): (path: string) => string {
  const patterns = Object.values(JSON.parse(readFileSync(manifest, "utf8")) as Record<string, string>);
  const plain = new Set(patterns.filter((pattern) => !pattern.includes("[")));
  // The more that is fixed, the earlier: a rest (`[...path]`) comes last.
  const matchers = patterns
    .filter((pattern) => pattern.includes("["))
    .sort((one, other) => fixedIn(other) - fixedIn(one))
    .map((pattern) => ({ pattern, matches: asExpression(pattern) }));
  return (path) => {
    if (path.startsWith("/_next/")) return "/_next";
    if (plain.has(path)) return path;
    return matchers.find(({ matches }) => matches.test(path))?.pattern ?? "other";
  };
}

const fixedIn = (pattern: string): number =>
  pattern.split("/").filter((part) => !part.startsWith("[")).length - (pattern.includes("[...") ? 100 : 0);

function asExpression(pattern: string): RegExp {
  const parts = pattern.split("/").map((part) => {
    if (part.startsWith("[...")) return ".+";
    return part.startsWith("[") ? "[^/]+" : part.replace(/[.*+?^${}()|\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("/")}$`);
}
