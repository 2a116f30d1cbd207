import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parseSync, Visitor } from "vite";
import { ROOT } from "#scripts/root.ts";

/** One import of a file of ours by another. Paths are from the project's folder. `typeOnly`: gone at run time. */
export type Import = { from: string; to: string; typeOnly: boolean };

/** Every source file in the folders, tests beside the code as well. */
export function sourceFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|mjs|js)$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
  );
}

export const importsOfFile = (file: string): Import[] => importsIn(file, readFileSync(join(ROOT, file), "utf8"));

/** What the source imports of ours, in whichever way: `import`, `export from`, `import()`, `typeof import()`. Packages are left out. */
export function importsIn(file: string, source: string): Import[] {
  const { program, module, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`);
  const found: { specifier: string; typeOnly: boolean }[] = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    found.push({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every((each) => each.isType),
    });
  }
  for (const { moduleRequest, isType } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (moduleRequest) found.push({ specifier: moduleRequest.value, typeOnly: isType });
  }
  new Visitor({
    ImportExpression({ source }) {
      if (source.type === "Literal") found.push({ specifier: String(source.value), typeOnly: false });
    },
    TSImportType({ source }) {
      found.push({ specifier: source.value, typeOnly: true });
    },
  }).visit(program);
  return found.flatMap(({ specifier, typeOnly }) => {
    const to = resolved(file, specifier);
    return to ? [{ from: file, to, typeOnly }] : [];
  });
}

/** `#lib/…` and relative paths, by the project's folder; undefined for a package. */
function resolved(file: string, specifier: string): string | undefined {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return join(dirname(file), specifier);
  return undefined;
}
