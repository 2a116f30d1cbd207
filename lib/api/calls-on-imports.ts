import { importAnswer } from "#lib/imports/import-json.ts";
import { applyQuery, importHeaders, importListQuery, importQuery } from "#lib/imports/input.ts";
import type { Call } from "./call.ts";
import { pageOf } from "./page-query.ts";

export const CALLS_ON_IMPORTS: readonly Call[] = [
  {
    method: "post",
    path: "/profiles/{key}/imports",
    summary: "Import a file into a profile: the body is the file, CSV or .xlsx",
    query: importQuery,
    headers: importHeaders,
    body: "file",
    answers: { 202: importAnswer },
  },
  {
    method: "get",
    path: "/imports",
    summary: "The logs, the latest first",
    query: importListQuery,
    answers: { 200: pageOf(importAnswer) },
  },
  {
    method: "get",
    path: "/imports/{id}",
    summary: "One import",
    answers: { 200: importAnswer },
  },
  {
    method: "post",
    path: "/imports/{id}/apply",
    summary: "Apply an import that is ready",
    query: applyQuery,
    answers: { 202: importAnswer },
  },
  {
    method: "post",
    path: "/imports/{id}/cancel",
    summary: "Cancel an import that has changed nothing yet",
    answers: { 202: importAnswer },
  },
  {
    method: "post",
    path: "/imports/{id}/undo",
    summary: "Undo an import as a whole",
    answers: { 202: importAnswer },
  },
  {
    method: "get",
    path: "/imports/{id}/rejected.csv",
    summary: "The rejected rows as they came, with line, column and reason in front",
    answers: { 200: "csv" },
  },
];
