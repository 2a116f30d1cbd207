import { type SQL, sql } from "drizzle-orm";
import { passedOver } from "./formula-safe.ts";

const LIKE_A_FORMULA = `'*(?:[${passedOver((codePoint) => `\\U${codePoint.padStart(8, "0")}`).replace("\\U00000000", "\\U00000001")}]*[=+\\-@＝＋－＠]|\\t)`;
const DANGEROUS = `(^|[\\n\\r])${LIKE_A_FORMULA}`;
const LATER_LINE = `([\\n\\r])(?=${LIKE_A_FORMULA})`;

/**
 * `escapeFormula` in SQL, for a text of collation "C". Nearly every value begins with a letter or a digit and has one
 * line, which costs a tenth of a regular expression to see.
 */
export function formulaSafe(text: SQL): SQL {
  const first = sql`ascii(${text})`;
  return sql`case
    when (${first} between 97 and 122 or ${first} between 65 and 90 or ${first} between 48 and 57 or ${first} between 192 and 591)
      and ${text} not like ${"%\n%"} and ${text} not like ${"%\r%"} then ${text}
    when ${text} ~ ${DANGEROUS} then '''' || regexp_replace(${text}, ${LATER_LINE}, ${"\\1'"}, 'g')
    else ${text} end`;
}
