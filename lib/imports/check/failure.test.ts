import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { isTransient } from "#lib/jobs/transient.ts";
import { packFailure, unpackFailure } from "./failure.ts";

const acrossThreads = (error: Error) => unpackFailure(structuredClone(packFailure(error)));

test("a connection that broke in the thread is one for the job too, also under the rollback that found it broken", () => {
  for (const words of [
    "Connection terminated unexpectedly",
    "Client has encountered a connection error and is not queryable",
  ]) {
    const error = new DrizzleQueryError("rollback", [], new Error(words));
    expect(isTransient(acrossThreads(error))).toBe(true);
  }
});

test("an error that would happen again stays one", () => {
  const error = new DrizzleQueryError(
    "select 1/0",
    [],
    Object.assign(new Error("division by zero"), { code: "22012" }),
  );
  expect(isTransient(acrossThreads(error))).toBe(false);
  expect(acrossThreads(error)).toMatchObject({ code: "22012", cause: { message: "division by zero" } });
});
