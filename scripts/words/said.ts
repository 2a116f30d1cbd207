import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parseSync, Visitor } from "vite";
import { ROOT } from "../root.ts";

/*
 * What the product says, read off its sources: which sentences, in which files, and which of them the browser says.
 */

/** A text and the place where it stands. `wrong`: why it cannot be translated as it stands there. */
export type Said = { text: string; file: string; line: number; wrong?: string };

/** Every source of the product, without tests. */
export function productFiles(): string[] {
  return ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.|-for-tests\./.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
  );
}

export const saidInFile = (file: string): Said[] => saidIn(file, readFileSync(join(ROOT, file), "utf8"));

type Node = { type: string; start: number } & Record<string, unknown>;

/**
 * The texts of one source: the first argument of `t(…)`, `t.rich(…)`, `words(…)` and `say(…)`, and in `lib/`
 * and the `.ts` files of `app/` each literal that is a whole sentence. Words that pages show without any of them come back as `wrong`.
 */
export function saidIn(file: string, source: string): Said[] {
  const { program, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`);
  const found: Said[] = [];
  const seen = new Set<unknown>();
  const add = (node: Node, text: string, wrong?: string) => {
    if (seen.has(node)) return;
    seen.add(node);
    found.push({ text, file, line: source.slice(0, node.start).split("\n").length, wrong });
  };
  const look = (node: Node | undefined) => {
    const text = node && literal(node);
    if (node && text !== undefined) add(node, text);
    else if (node?.type === "TemplateLiteral") add(node, outline(node), "has its values pasted in: name them, {name}");
  };
  const shown = (node: Node, where: string) => {
    const text = literal(node) ?? (node.type === "TemplateLiteral" ? outline(node) : "");
    if (/\p{L}{2}/u.test(text) && text !== PRODUCT) add(node, text, `stands in ${where} untranslated`);
  };
  new Visitor({
    CallExpression(call) {
      const called = nameOf(call.callee as unknown as Node);
      if (SAYING.has(called)) look(call.arguments[0] as unknown as Node);
      // Of a schema, for the API's description, and of a figure, for Prometheus: both are English.
      if (called.endsWith(".describe") || called === "metric" || called === "head")
        for (const each of call.arguments) seen.add(each);
    },
    NewExpression(made) {
      const called = nameOf(made.callee as unknown as Node);
      // Defects: for the log, in English.
      if (called === "Error" || called === "TypeError") for (const each of made.arguments) seen.add(each);
    },
    JSXExpressionContainer(container) {
      for (const each of outcomes(container.expression as unknown as Node)) shown(each, "the page");
    },
    Property(property) {
      const { key, value } = property as unknown as { key: Node; value: Node };
      if (!file.startsWith("lib/") && !FOR_PROGRAMS.test(file) && SHOWN.has(String(key.name))) {
        for (const each of outcomes(value)) shown(each, String(key.name));
      }
    },
    JSXText(text) {
      if (/\p{L}{2}/u.test(text.value) && text.value.trim() !== PRODUCT)
        add(text as unknown as Node, text.value.trim(), "stands in the page untranslated");
    },
    JSXAttribute(attribute) {
      const value = attribute.value as unknown as Node | null;
      const name = String((attribute.name as unknown as { name: unknown }).name);
      const given = value?.type === "JSXExpressionContainer" ? (value.expression as Node) : value;
      if (!given) return;
      for (const each of outcomes(given)) SHOWN.has(name) ? shown(each, name) : seen.add(each);
    },
  }).visit(program);
  if (SENTENCES_IN.test(file) && !FOR_PROGRAMS.test(file)) sentences(program, add);
  return found;
}

/** A literal that is a sentence is for people, wherever it stands. */
function sentences(program: object, add: (node: Node, text: string, wrong?: string) => void): void {
  new Visitor({
    Literal(node) {
      if (typeof node.value === "string" && SENTENCE.test(node.value)) add(node as unknown as Node, node.value);
    },
    TemplateLiteral(node) {
      const text = outline(node as unknown as Node);
      if (!SENTENCE.test(text)) return;
      const plain = literal(node as unknown as Node);
      add(
        node as unknown as Node,
        plain ?? text,
        plain === undefined ? "has its values pasted in: use words()" : undefined,
      );
    },
  }).visit(program as Parameters<Visitor["visit"]>[0]);
}

const PRODUCT = "Rollbook";
/** What only programs and the log of the server's start say. */
const FOR_PROGRAMS =
  /^(app|lib)\/api\/|^app\/_doors\/(api-route|query-of|read-json)\.ts$|^lib\/(environment|operations\/metrics)\.ts$/;
/** Where a literal that is a sentence is said to people, though no `t` stands around it: a Problem, a schema. */
const SENTENCES_IN = /^(lib\/|app\/.*\.ts$)/;
const SAYING = new Set(["t", "t.rich", "words", "say"]);
const SENTENCE = /^[\p{Lu}“{]\S*\s.*[.!?:]$/su;
/** Attributes whose text people see or hear. */
const SHOWN = new Set(
  "alt aria-label aside caption children confirm consequences description detail done empty footer hint label legend message pending placeholder submit summary term title unit".split(
    " ",
  ),
);

function nameOf(callee: Node): string {
  if (callee.type === "Identifier") return String(callee.name);
  if (callee.type !== "MemberExpression") return "";
  return `${nameOf(callee.object as Node)}.${nameOf(callee.property as Node)}`;
}

/** What an expression may come to: `a ? "b" : c && "d"` to "b" and "d", and so does `["b", "d"]`. */
function outcomes(node: Node): Node[] {
  if (node.type === "ConditionalExpression")
    return [node.consequent, node.alternate].flatMap((each) => outcomes(each as Node));
  if (node.type === "ArrayExpression") return (node.elements as Node[]).flatMap((each) => outcomes(each));
  if (node.type === "LogicalExpression") return [node.left, node.right].flatMap((each) => outcomes(each as Node));
  return node.type === "ParenthesizedExpression" ? outcomes(node.expression as Node) : [node];
}

/** The text of a literal; undefined for anything else. */
function literal(node: Node): string | undefined {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateLiteral" || (node.expressions as unknown[]).length > 0) return undefined;
  return (node.quasis as { value: { cooked: string } }[])[0]?.value.cooked;
}

const outline = (node: Node): string =>
  (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join("{}");

/** The files whose code runs in the browser: those that say "use client", and all that they import but actions. */
export function browserFiles(files: readonly string[]): Set<string> {
  const sources = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), "utf8")]));
  const reached = new Set<string>();
  const reach = (file: string) => {
    const source = sources.get(file);
    if (source === undefined || reached.has(file) || /^"use server"/.test(source)) return;
    reached.add(file);
    for (const { moduleRequest, entries } of parseSync(file, source).module.staticImports) {
      if (entries.length > 0 && entries.every((each) => each.isType)) continue;
      const { value } = moduleRequest;
      reach(value.startsWith("#") ? value.slice(1) : join(dirname(file), value));
    }
  };
  for (const [file, source] of sources) if (/^"use client"/.test(source)) reach(file);
  return reached;
}
