"use client";

import { createContext, useContext } from "react";
import type { RuleSubject } from "#lib/virtual/rule-subjects.ts";
import type { DraftCondition, DraftGroup } from "./draft.ts";
import type { Preview } from "./preview.ts";

/** What every row of the builder needs, however deep it stands. */
type Builder = {
  subjects: readonly RuleSubject[];
  /** By control. */
  errors: Readonly<Record<string, string>>;
  traps: Preview["traps"];
  change: (id: number, change: Partial<DraftCondition & DraftGroup>) => void;
};

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error("A row of rules stands outside of the builder.");
  return builder;
}
