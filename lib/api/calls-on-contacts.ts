import { z } from "zod";
import { contactAnswer } from "#lib/contacts/contact-answer.ts";
import { memberQuery, putInput, statusBody } from "#lib/contacts/contact-input.ts";
import { memberAnswer } from "#lib/contacts/member-json.ts";
import type { Call } from "./call.ts";
import { pageOf } from "./page-query.ts";

export const CALLS_ON_CONTACTS: readonly Call[] = [
  {
    method: "get",
    path: "/profiles/{key}/contacts",
    summary: "The contacts of a profile, also of a virtual one, by email or mobile",
    query: memberQuery,
    answers: { 200: pageOf(memberAnswer).extend({ notice: z.string().optional() }) },
  },
  {
    method: "get",
    path: "/profiles/{key}/contacts/{contact}",
    summary: "One contact of a profile",
    answers: { 200: memberAnswer },
  },
  {
    method: "put",
    path: "/profiles/{key}/contacts/{contact}",
    summary: "Add a contact to a profile (201), or update it there (200); fields that are not named keep their value",
    body: putInput,
    answers: { 200: memberAnswer, 201: memberAnswer },
  },
  {
    method: "delete",
    path: "/profiles/{key}/contacts/{contact}",
    summary: "Remove a contact from a profile; the person stays in the repository",
    answers: { 204: "nothing" },
  },
  {
    method: "get",
    path: "/contacts/{contact}",
    summary: "A person: status, profiles with their values, history",
    answers: { 200: contactAnswer },
  },
  {
    method: "patch",
    path: "/contacts/{contact}",
    summary: "Give a person another status, with a reason that the history keeps",
    body: statusBody,
    answers: { 200: contactAnswer },
  },
  {
    method: "delete",
    path: "/contacts/{contact}",
    summary: "Erase a person everywhere, for good",
    answers: { 204: "nothing" },
  },
];
