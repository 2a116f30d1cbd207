import type { z } from "zod";

/** One call of the API, as its description has it. The schemas are those that check what comes and what is answered. */
export type Call = {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** Below /api/v1, such as `/profiles/{key}`. */
  path: string;
  summary: string;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  /** JSON that fits, or a file as it is. */
  body?: z.ZodType | "file";
  /** What a good answer holds, by its status: JSON, a CSV file, or nothing. */
  answers: Record<number, z.ZodType | "csv" | "nothing">;
};

/** The parts of the paths. */
export const PATH_PARTS: Readonly<Record<string, string>> = {
  key: "The profile's key.",
  name: "The field's name; case does not count.",
  contact: "The email, or the mobile (in E.164, or as people write it in the installation's country).",
  id: "The import's number.",
};
