import { reject, type ValueParser } from "./refusal.ts";

/** What a cell of a spreadsheet holds. */
export const MAX_TEXT_LENGTH = 32_767;

const TOO_LONG = reject("too_long");

/** Kept as it is: a formula, HTML or SQL is text like any other. */
export const parseText: ValueParser = (text) => (text.length > MAX_TEXT_LENGTH ? TOO_LONG : text);
