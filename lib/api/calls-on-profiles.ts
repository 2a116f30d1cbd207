import { fieldInput } from "#lib/fields/field-input.ts";
import { deleteQuery, exportQuery, fieldChange } from "#lib/profiles/input.ts";
import { fieldAnswer, profileAnswer } from "#lib/profiles/profile-answer.ts";
import { countAnswer, countInput, newProfileInput, profileChange } from "#lib/virtual/input.ts";
import type { Call } from "./call.ts";
import { pageOf, pageQuery } from "./page-query.ts";

export const CALLS_ON_PROFILES: readonly Call[] = [
  {
    method: "get",
    path: "/profiles",
    summary: "Profiles that are not archived, by name",
    query: pageQuery,
    answers: { 200: pageOf(profileAnswer) },
  },
  {
    method: "post",
    path: "/profiles",
    summary: "Make a profile: Regular or Mobile Only with its fields, or Virtual with its rules over another",
    body: newProfileInput,
    answers: { 201: profileAnswer },
  },
  {
    method: "get",
    path: "/profiles/{key}",
    summary: "One profile",
    answers: { 200: profileAnswer },
  },
  {
    method: "patch",
    path: "/profiles/{key}",
    summary: "Change a profile; what is not named stays",
    body: profileChange,
    answers: { 200: profileAnswer },
  },
  {
    method: "delete",
    path: "/profiles/{key}",
    summary: "Delete a profile; its contacts stay in the repository",
    query: deleteQuery,
    answers: { 204: "nothing" },
  },
  {
    method: "post",
    path: "/profiles/{key}/count",
    summary: "How many match these rules, or a virtual profile's own; nothing is saved",
    body: countInput,
    answers: { 200: countAnswer },
  },
  {
    method: "post",
    path: "/profiles/{key}/fields",
    summary: "Add a field after the others",
    body: fieldInput,
    answers: { 201: fieldAnswer },
  },
  {
    method: "patch",
    path: "/profiles/{key}/fields/{name}",
    summary: "Change a field: name, type, options, whether it is required, its place. All of it happens, or nothing",
    body: fieldChange,
    answers: { 200: fieldAnswer },
  },
  {
    method: "delete",
    path: "/profiles/{key}/fields/{name}",
    summary: "Delete a field with its values",
    answers: { 204: "nothing" },
  },
  {
    method: "get",
    path: "/profiles/{key}/export.csv",
    summary: "The contacts of a profile as CSV, in one snapshot; the file imports again and changes nothing",
    query: exportQuery,
    answers: { 200: "csv" },
  },
];
