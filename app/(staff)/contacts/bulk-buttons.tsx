import { SubmitButton } from "#components/submit-button.tsx";
import type { Translator } from "#components/words/translator.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { may, type Person } from "#lib/staff/permissions.ts";

/** What this person may do with many: of a profile's members, or of the whole repository; null for nothing. */
export function bulkButtons(person: Person, profile: Profile | null, t: Translator) {
  const mayEdit = may(person, "contacts.edit");
  const mayExport = may(person, "export");
  const mayErase = may(person, "contacts.erase");
  if (!mayEdit && !mayExport && !mayErase) return null;
  return (
    <>
      {mayEdit && <Do what="status">{t("Change the status …")}</Do>}
      {mayEdit && profile && profile.fields.length > 0 && <Do what="set-field">{t("Set a field …")}</Do>}
      {mayEdit && <Do what="add-to-profile">{t("Add to a profile …")}</Do>}
      {mayEdit && profile && profile.type !== "virtual" && <Do what="remove">{t("Remove …")}</Do>}
      {mayExport && <Do what="export">{t("Export …")}</Do>}
      {mayErase && (
        <SubmitButton name="do" value="erase" variant="danger" size="sm" pending="…">
          {t("Erase …")}
        </SubmitButton>
      )}
    </>
  );
}

function Do({ what, children }: { what: string; children: string }) {
  return (
    <SubmitButton name="do" value={what} variant="secondary" size="sm" pending="…">
      {children}
    </SubmitButton>
  );
}
