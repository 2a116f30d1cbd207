import { redirect } from "next/navigation";
import { connection } from "next/server";

export default async function Home(): Promise<never> {
  await connection(); // a page made at build time carries no nonce, and its scripts would not run
  redirect("/profiles");
}
