import { randomBytes } from "node:crypto";
import { inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { staff } from "#db/schema.ts";
import { hashPassword } from "#lib/staff/password.ts";
import type { Person } from "#lib/staff/permissions.ts";

const MEMBERS = [
  { email: "sofia.herrera@rollbook.example", name: "Sofía Herrera", role: "editor", mayExport: true },
  { email: "marco.silva@rollbook.example", name: "Marco Silva", role: "editor", mayExport: false },
  { email: "ana.torres@rollbook.example", name: "Ana Torres", role: "viewer", mayExport: false },
] as const;

/** Those who did what the demo shows. Their passwords are thrown away: nobody can sign in as them. */
export async function demoStaff(): Promise<Person[]> {
  const passwordHash = await hashPassword(randomBytes(32).toString("base64url"));
  await db
    .insert(staff)
    .values(MEMBERS.map((member) => ({ ...member, passwordHash })))
    .onConflictDoNothing();
  const emails = MEMBERS.map(({ email }) => email);
  const rows = await db.select().from(staff).where(inArray(staff.email, emails)).orderBy(staff.id);
  return rows.map(({ id, name, role, mayExport }) => ({
    kind: "staff",
    id,
    staffId: id,
    apiKeyId: null,
    name,
    role,
    mayExport,
  }));
}
