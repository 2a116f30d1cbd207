import { Notice } from "#components/notice.tsx";
import { Progress } from "#components/progress.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import type { ColumnProfiles } from "#lib/imports/columns/column-profile.ts";
import { previewRows } from "#lib/imports/columns/preview-rows.ts";
import type { ColumnTarget, Import } from "#lib/imports/import.ts";
import { profileById } from "#lib/profiles/queries.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { cancelIt } from "./actions.ts";
import { type ColumnRow, ColumnsForm } from "./columns-form.tsx";
import { CommandForm } from "./command-form.tsx";

/** Each column of the file against a field of the profile, with what the column holds. */
export async function ColumnsView({ person, found, mayRun }: { person: Person; found: Import; mayRun: boolean }) {
  const profile = await profileById(person, found.profileId);
  const profiles = found.columnProfiles as ColumnProfiles | null;
  const preview = await previewRows(person, found);
  const columns = (found.mapping ?? []).map(({ column, target }, at): ColumnRow => {
    const seen = profiles?.columns[at];
    return {
      column,
      chosen: wordOf(target),
      mode: target?.kind === "field" ? target.mode : "always",
      samples:
        seen?.samples ??
        preview
          .map((cells) => cells[at] ?? "")
          .filter((cell) => cell !== "")
          .slice(0, 4),
      filled: seen?.filled ?? null,
      fits: seen?.fits ?? null,
      type: seen?.type ?? "text",
    };
  });
  return (
    <>
      {profiles === null && (
        <Progress
          id="profiling"
          label="Counting over all rows what each column holds"
          done={found.progressDone}
          max={found.progressTotal || undefined}
          unit="bytes"
        />
      )}
      {!columns.some(({ chosen }) => chosen === "key") && (
        <Notice tone="warn" title={`No column is the ${profile.keyKind} yet`}>
          Choose the one that holds it: by it each contact is told from the others.
        </Notice>
      )}
      {mayRun && (
        <>
          <ColumnsForm
            importId={found.id}
            columns={columns}
            rows={profiles?.rows ?? null}
            keyName={profile.keyKind === "email" ? "Email" : "Mobile"}
            fields={profile.fields.map(({ id, name, type }) => ({ id, name, type }))}
            mayCreate={may(person, "profiles.edit")}
            updates={found.action === "append-or-update"}
            chosen={{
              dateOrder: found.options.dateOrder ?? "",
              decimal: found.options.decimal ?? "",
              blankErases: found.options.blankErases ?? false,
            }}
          />
          <CommandForm action={cancelIt} importId={found.id}>
            <div>
              <SubmitButton variant="quiet" pending="Cancelling …">
                Cancel the import
              </SubmitButton>
            </div>
          </CommandForm>
        </>
      )}
    </>
  );
}

function wordOf(target: ColumnTarget | null): string {
  if (target === null) return "nothing";
  return target.kind === "key" ? "key" : `field-${target.fieldId}`;
}
