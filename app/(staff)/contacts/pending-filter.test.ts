import { expect, test } from "vitest";
import { compiledIn } from "#components/words/dictionary.ts";
import { makeTranslator } from "#components/words/translator.ts";
import { makeProfile } from "#lib/profiles/profiles-for-tests.ts";
import { pendingFilter } from "./pending-filter.ts";

test("a number that was typed as one's language writes it stands in the address as in every language", async () => {
  const profile = await makeProfile([{ name: "Spent", type: "number" }]);
  const about = `f${profile.fields[0]?.id}`;
  const t = makeTranslator({ locale: "pt", tag: "pt-BR" }, (text) => compiledIn("pt", text));
  const made = (query: Record<string, string>) => pendingFilter(profile, { filter: about, ...query }, t);
  expect(made({ op: ">", number: "1.234,5" })).toEqual({ ready: { about, op: ">", value: ["1234.5"] } });
  expect(made({ op: "between", number: "0,5", number2: "1.000" })).toEqual({
    ready: { about, op: "between", value: ["0.5", "1000"] },
  });
  expect(made({ op: ">", number: "1.5" })).toMatchObject({ pending: { value: ["1.5"] } });
});
