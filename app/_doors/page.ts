import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { sameOriginPath } from "#lib/http/same-origin-path.ts";
import { Problem } from "#lib/problem.ts";
import { may, type Permission, type Person } from "#lib/staff/permissions.ts";
import { currentPerson } from "./current-person.ts";
import { noteDenial } from "./note-denials.ts";

/**
 * The first line of each page: who is here, allowed to see it. Anybody else is led away: to sign in (and back here),
 * or to the page that says what is not allowed. Layouts do not check, for they are not drawn anew with each page.
 */
export async function pagePerson(permission: Permission): Promise<Person> {
  const person = await currentPerson();
  if (!person) redirect(await signInAddress());
  if (person.lacksSecondFactor && permission !== "account.own") redirect("/account/two-factor");
  // Next's forbidden() is still experimental, and an error thrown here is an empty page without JavaScript.
  if (!may(person, permission)) {
    await noteDenial(person, permission);
    redirect(`/not-allowed?what=${encodeURIComponent(permission)}`);
  }
  return person;
}

/**
 * Leads to the page that says that there is nothing, a 404. Next's own notFound() is an empty page without JavaScript:
 * the server draws no boundary that catches an error.
 */
export function nothingHere(): never {
  redirect("/not-found");
}

/** What a page asks for, or the page "not found" when lib says that it does not exist. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && error.kind === "not_found") nothingHere();
    throw error;
  }
}

/** The server around Next (scripts/http/edge.ts) writes the address that was asked for into this header; Next itself does not tell a page. */
const PATH_HEADER = "x-rollbook-path";

async function signInAddress(): Promise<string> {
  const path = sameOriginPath((await headers()).get(PATH_HEADER));
  return path && path !== "/" ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in";
}
