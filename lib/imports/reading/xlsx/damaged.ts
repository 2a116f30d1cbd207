import { say } from "#lib/text/words.ts";
import { UnreadableFile } from "../file-fault.ts";

/** The fault of a file that is a zip but no workbook that can be trusted. `what` completes "this is …". */
export function damaged(what: string = say("a damaged workbook")): UnreadableFile {
  return new UnreadableFile({ code: "not_xlsx", value: what });
}
