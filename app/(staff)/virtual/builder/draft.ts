import type { GroupKind } from "#lib/rules/rule.ts";

/*
 * Rules in the making, as the builder's form has them: conditions may still be empty or wrong, and every value is a text.
 * Server and browser share this file, so that a press on a button does the same with and without JavaScript.
 */

/** `about`, `op`: of a `RuleSubject`; empty until chosen. `value` of a list has a value a line; `value2` is an upper bound. */
export type DraftCondition = { id: number; about: string; op: string; value: string; value2: string };
export type DraftGroup = { id: number; kind: GroupKind; items: DraftNode[] };
export type DraftNode = DraftCondition | DraftGroup;

export const isGroup = (node: DraftNode): node is DraftGroup => "items" in node;

export const emptyCondition = (id: number): DraftCondition => ({ id, about: "", op: "", value: "", value2: "" });

/** Of a form that has not been sent. */
export const FIRST_DRAFT: DraftGroup = { id: 1, kind: "all", items: [emptyCondition(2)] };

/** Groups within groups, and conditions, as in `RULE_LIMITS`. */
export const MOST = { levels: 5, conditions: 100 } as const;

/** The draft after a press on a button that changes it; null for a button that does something else. */
export function draftAfter(intent: string, draft: DraftGroup): DraftGroup | null {
  const [, what, at] = /^(add-condition|add-group|remove)-(\d{1,9})$/.exec(intent) ?? [];
  const id = Number(at);
  const fresh = Math.max(...idsOf(draft)) + 1;
  switch (what) {
    case "add-condition":
      return withItem(draft, id, () => emptyCondition(fresh));
    case "add-group":
      return withItem(draft, id, (parent) => ({
        id: fresh,
        kind: parent.kind === "all" ? "any" : "all",
        items: [emptyCondition(fresh + 1)],
      }));
    case "remove":
      return without(draft, id);
    default:
      return null;
  }
}

/** The draft with one node changed. */
export function withChange(group: DraftGroup, id: number, change: Partial<DraftCondition & DraftGroup>): DraftGroup {
  const changed = group.id === id ? { ...group, ...change } : group;
  return {
    ...changed,
    items: changed.items.map((item) =>
      isGroup(item) ? withChange(item, id, change) : item.id === id ? { ...item, ...change } : item,
    ),
  };
}

function withItem(group: DraftGroup, id: number, make: (parent: DraftGroup) => DraftNode): DraftGroup {
  const items = group.items.map((item) => (isGroup(item) ? withItem(item, id, make) : item));
  return { ...group, items: group.id === id ? [...items, make(group)] : items };
}

function without(group: DraftGroup, id: number): DraftGroup {
  const kept = group.items.filter((item) => item.id !== id);
  return { ...group, items: kept.map((item) => (isGroup(item) ? without(item, id) : item)) };
}

const idsOf = (node: DraftNode): number[] => [node.id, ...(isGroup(node) ? node.items.flatMap(idsOf) : [])];

export const conditionsIn = (node: DraftNode): number =>
  isGroup(node) ? node.items.reduce((sum, item) => sum + conditionsIn(item), 0) : 1;
