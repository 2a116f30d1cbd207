import type { GroupKind } from "#lib/rules/rule.ts";
import { type DraftGroup, type DraftNode, FIRST_DRAFT, isGroup } from "./draft.ts";

/*
 * How a draft travels in its form: a hidden control `node` for each group and condition, `<id>.<id of its group>.group`,
 * from the outermost on, and controls `n<id>-about`, `-op`, `-value`, `-value2` or `-kind`.
 */

export type Entries = Readonly<Record<string, string | readonly string[]>>;

export type DraftPart = "about" | "op" | "value" | "value2" | "kind";
export const controlOf = (id: number, part: DraftPart): string => `n${id}-${part}`;
/** Of the message that says what is wrong with a control. */
export const errorId = (id: number, part: DraftPart): string => `${controlOf(id, part)}-error`;

/** What the hidden controls `node` say, in the order in which they stand. */
export function nodeLines(draft: DraftNode, parent = 0): string[] {
  const line = `${draft.id}.${parent}.${isGroup(draft) ? "group" : "condition"}`;
  return [line, ...(isGroup(draft) ? draft.items.flatMap((item) => nodeLines(item, draft.id)) : [])];
}

/** The control to go to after a press on a button: of the row that is new, or of the group whose row is gone. */
export function focusAfter(before: DraftGroup, after: DraftGroup): string | null {
  const [lines, left] = [nodeLines(before), nodeLines(after)];
  const added = left.find((line) => !lines.includes(line) && line.endsWith("condition"));
  if (added) return controlOf(Number.parseInt(added, 10), "about");
  const [, parent] = lines.find((line) => !left.includes(line))?.split(".") ?? [];
  return parent ? controlOf(Number(parent), "kind") : null;
}

/** The draft that a form holds; the first one when it holds none. */
export function draftIn(entries: Entries): DraftGroup {
  const lines = [entries.node ?? []].flat().slice(0, MOST_NODES);
  const groups = new Map<number, DraftGroup>();
  let root: DraftGroup | null = null;
  for (const line of lines) {
    const [, own, above, what] = /^(\d{1,9})\.(\d{1,9})\.(group|condition)$/.exec(line) ?? [];
    const id = Number(own);
    const parent = groups.get(Number(above));
    if (what === undefined || groups.has(id) || (root !== null && !parent)) continue;
    const node = what === "group" ? { id, kind: kindIn(entries, id), items: [] } : conditionIn(entries, id);
    if (isGroup(node)) groups.set(id, node);
    if (parent) parent.items.push(node);
    else if (isGroup(node)) root = node;
  }
  return root ?? FIRST_DRAFT;
}

const MOST_NODES = 400;

function kindIn(entries: Entries, id: number): GroupKind {
  const kind = textIn(entries, controlOf(id, "kind"));
  return kind === "any" || kind === "none" ? kind : "all";
}

function conditionIn(entries: Entries, id: number) {
  const part = (name: DraftPart) => textIn(entries, controlOf(id, name));
  return { id, about: part("about"), op: part("op"), value: part("value"), value2: part("value2") };
}

/** Tick boxes of one name are the lines of a list. */
const textIn = (entries: Entries, name: string): string =>
  Object.hasOwn(entries, name) ? [entries[name] ?? []].flat().join("\n") : "";
