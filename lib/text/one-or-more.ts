import { z } from "zod";

/** For a form's tick boxes of one name: none, one or several come as a list. */
export const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));
