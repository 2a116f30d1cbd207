import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports, profiles } from "#db/schema.ts";
import { createFileTable } from "#db/staging-table.ts";
import { ownServerId } from "#lib/jobs/liveness.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { words } from "#lib/text/words.ts";
import type { ImportAction, ImportOptions, ImportOrigin } from "../import.ts";

/** What is known of an import before its first byte arrives; checked by the schemas of `input.ts`. */
export type UploadRequest = {
  profileId: number;
  action: ImportAction;
  origin: ImportOrigin;
  reference: string;
  fileName: string;
  options: ImportOptions;
  idempotencyKey?: string;
};

/** Opens the log row (Receiving) and the place for the file's bytes. Answers the import's id. */
export async function startImport(person: Person, request: UploadRequest): Promise<number> {
  authorize(person, "imports.run");
  const [profile] = await db.select().from(profiles).where(eq(profiles.id, request.profileId));
  if (!profile) throw new Problem("not_found", "profile_not_found", "There is no such profile.");
  if (profile.type === "virtual") {
    throw new Problem(
      "invalid",
      "profile_virtual",
      words("“{name}” is a Virtual profile: import into the profile that it is built on.", { name: profile.name }),
    );
  }
  if (profile.archivedAt !== null) {
    throw new Problem(
      "conflict",
      "profile_archived",
      words("“{name}” is archived. Bring it back before you import into it.", { name: profile.name }),
    );
  }
  return await db.transaction(async (tx) => {
    const [row] = await tx
      .insert(imports)
      .values({
        profileId: profile.id,
        profileName: profile.name,
        profileKey: profile.key,
        state: "receiving",
        action: request.action,
        origin: request.origin,
        reference: request.reference,
        fileName: request.fileName,
        options: request.options,
        createdBy: person.staffId,
        apiKeyId: person.apiKeyId,
        idempotencyKey: request.idempotencyKey ?? null,
        serverId: ownServerId(),
      })
      .returning({ id: imports.id });
    if (!row) throw new Error("An insert answered no row.");
    await createFileTable(tx, row.id);
    return row.id;
  });
}
