import { csvResponse } from "#app/_doors/csv-response.ts";
import { staffHandler } from "#app/_doors/handler.ts";
import { getWords } from "#components/words.ts";
import { assertRulesFit } from "#lib/contacts/rule-faults.ts";
import { profileById } from "#lib/profiles/queries.ts";
import { numbersCsv } from "#lib/statistics/numbers-csv.ts";
import { idOf } from "#lib/text/id-of.ts";

/** Every number of a profile's statistics, as a file to save. */
export const GET = staffHandler<{ id: string }>("export", async (_request, person, { id }) => {
  const profile = await profileById(person, idOf(id));
  await assertRulesFit(profile);
  const t = await getWords();
  return csvResponse(`profile-${profile.id}-statistics`, numbersCsv(person, profile, t.words));
});
