import { csvResponse } from "#app/_doors/csv-response.ts";
import { staffHandler } from "#app/_doors/handler.ts";
import { getWords } from "#components/words.ts";
import { numbersCsv } from "#lib/statistics/numbers-csv.ts";

/** Every number of the repository's statistics, as a file to save. */
export const GET = staffHandler("export", async (_request, person) => {
  const t = await getWords();
  return csvResponse("repository-statistics", numbersCsv(person, null, t.words));
});
