import { type SQL, sql } from "drizzle-orm";
import { contacts } from "#db/schema.ts";
import { formulaSafe } from "#lib/export/formula-safe-sql.ts";
import { type AsCsv, csvHeader, statusWord } from "#lib/profiles/export-profile.ts";

/**
 * People of the repository (`keys`: a query of theirs) as a file. Emails and mobiles have columns of their own, so that it
 * imports into a profile of either type.
 */
export function peopleAsCsv(keys: SQL): AsCsv {
  const byEmail = sql`position('@' in ${contacts.key}) > 0`;
  return {
    header: csvHeader(["Email", "Mobile", "Status"]),
    rows: sql`
      select case when ${byEmail} then ${formulaSafe(sql`${contacts.key}`)} end,
        case when not ${byEmail} then '''' || ${contacts.key} end, ${statusWord(contacts.status)}
      from ${contacts} where ${contacts.key} in (${keys}) order by ${contacts.key}`,
  };
}
