import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { importLines } from "#db/schema.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { applyImport } from "../apply/apply-import.ts";
import { runCheck } from "../check/run-check.ts";
import { failImport } from "../fail-import.ts";
import type { ImportOptions } from "../import.ts";
import { type FieldWish, makeProfile, membersOf, upload } from "../import-for-tests.ts";
import { loadImport } from "../queries.ts";

export type Wish = {
  fields?: FieldWish[];
  type?: "regular" | "mobile_only";
  options?: ImportOptions;
  fileName?: string;
};

/** What became of a file: why it was refused as a whole, or who is in the profile now and what the log says of which row. */
export type Outcome =
  | { refused: string; words: string }
  | {
      members: Record<string, (string | null)[]>;
      /** `3 rejected email email`: line, outcome, reason, column; `2 duplicate duplicate 5`: and the line that was used. */
      lines: string[];
      notices: string[];
      blank: number;
    };

/** Uploads, checks and applies `file` into a new profile, of one text field where no others are wished. */
export async function outcomeOf(file: string | Buffer, wish: Wish = {}): Promise<Outcome> {
  const profile = await makeProfile(wish.fields ?? [{ name: "Name" }], wish.type);
  const sent = await upload(profile, file, { options: wish.options, fileName: wish.fileName }).catch((error) => error);
  if (sent instanceof Error) return { refused: (sent as Error & { code: string }).code, words: sent.message };
  await runCheck(sent.id, () => {}).catch((error) => failImport(sent.id, error));
  await applyImport(sent.id);
  const { state, errorCode, errorMessage, options, blank } = await loadImport(db, sent.id);
  if (state === "failed") return { refused: errorCode ?? "", words: errorMessage ?? "" };
  const lines = await db
    .select()
    .from(importLines)
    .where(eq(importLines.importId, sent.id))
    .orderBy(importLines.line, importLines.outcome, importLines.place);
  return {
    members: withoutStatus(await membersOf(await loadProfile(db, profile.id))),
    lines: lines.map(({ line, outcome, reason, columnName, keptLine }) =>
      [line, outcome, reason, columnName, keptLine].filter((part) => part !== null).join(" "),
    ),
    notices: (options.notices ?? []).map(({ code }) => code),
    blank,
  };
}

function withoutStatus(members: Record<string, Record<string, string | null>>): Record<string, (string | null)[]> {
  return Object.fromEntries(
    Object.entries(members).map(([key, { status: _, ...values }]) => [key, Object.values(values)]),
  );
}
