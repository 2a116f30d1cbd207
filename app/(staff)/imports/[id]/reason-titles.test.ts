import { expect, it } from "vitest";
import { warningLine } from "./reason-titles.ts";

it.each(["stray_quote", "email_cleaned", "first_of_several", "precision_lost"])(
  "says of %s that the row goes in as it stands: nothing of the cell was left out",
  (reason) => expect(warningLine(reason)).toMatch("as it stands"),
);

it.each(["error_cell", "error_value", "phone", "phone_none"])("says of %s that the cell stays empty", (reason) =>
  expect(warningLine(reason)).toMatch("the cell stays empty"),
);
