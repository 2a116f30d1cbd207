import { connection } from "next/server";
import { databaseAnswers } from "#lib/health.ts";

/** Whether the product can serve people: 200, or 503 while the database is away. */
export async function GET(): Promise<Response> {
  await connection();
  return (await databaseAnswers())
    ? Response.json({ status: "ok" })
    : Response.json({ status: "database unreachable" }, { status: 503 });
}
