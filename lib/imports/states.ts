import { say } from "#lib/text/words.ts";

/*
 * The states of an import, what may follow each, and what a person or a program may ask for in it.
 * The pages' buttons and the API's 409s come from here; so do the job runner's steps.
 */

export const IMPORT_STATES = [
  "receiving", // the file arrives
  "columns", // a person is to say which column goes where
  "checking", // every row is read and compared with the profile
  "ready", // the review can be read; nothing has changed
  "applying", // the one transaction runs
  "done",
  "undone",
  "cancelled",
  "interrupted", // the file did not arrive whole
  "failed",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const STATE_NAMES: Record<ImportState, string> = {
  receiving: say("Receiving"),
  columns: say("Columns"),
  checking: say("Checking"),
  ready: say("Ready"),
  applying: say("Applying"),
  done: say("Done"),
  undone: say("Undone"),
  cancelled: say("Cancelled"),
  interrupted: say("Interrupted"),
  failed: say("Failed"),
};

export const SUCCESSORS: Record<ImportState, readonly ImportState[]> = {
  receiving: ["columns", "checking", "cancelled", "interrupted", "failed"],
  columns: ["checking", "cancelled", "failed"],
  checking: ["ready", "columns", "cancelled", "failed"],
  // Back to checking when rows were corrected or the profile changed, back to columns to choose anew.
  ready: ["applying", "checking", "columns", "cancelled", "failed"],
  // Back to ready when the profile is no longer as reviewed; cancelled when a person in the file was erased meanwhile.
  applying: ["done", "ready", "cancelled", "failed"],
  done: ["undone"],
  undone: [],
  cancelled: [],
  interrupted: [],
  failed: [],
};

/** What can be asked for, in which states. */
export const COMMANDS = {
  "choose-columns": ["columns"],
  "change-columns": ["ready"],
  correct: ["ready"],
  apply: ["ready"],
  cancel: ["receiving", "columns", "checking", "ready"],
  undo: ["done"],
} as const satisfies Record<string, readonly ImportState[]>;
export type ImportCommand = keyof typeof COMMANDS;

export const mayAsk = (command: ImportCommand, state: ImportState): boolean =>
  (COMMANDS[command] as readonly ImportState[]).includes(state);

/** Whether the product is at work on it, so that a page of it should look again soon. */
export const isWorking = (state: ImportState): boolean =>
  state === "receiving" || state === "checking" || state === "applying";

/** Nothing goes on until somebody decides. */
export const WAITS_FOR_A_PERSON: readonly ImportState[] = ["columns", "ready"];

/** The states from which `to` can be reached. */
export const predecessors = (to: ImportState): ImportState[] =>
  IMPORT_STATES.filter((state) => SUCCESSORS[state].includes(to));
