import { Checkbox } from "#components/checkbox.tsx";
import { Fieldset } from "#components/fieldset.tsx";
import { RadioCards } from "#components/radio-cards.tsx";
import { useWords } from "#components/words.ts";
import { say } from "#lib/text/words.ts";

const CARDS = [
  { value: "viewer", title: say("Viewer"), description: say("Looks at profiles, contacts and imports.") },
  {
    value: "editor",
    title: say("Editor"),
    description: say("Also changes profiles and contacts, imports, and erases."),
  },
  {
    value: "administrator",
    title: say("Administrator"),
    description: say("Also manages staff, API keys and settings, sees the audit trail, and may always export."),
  },
] as const;

/** What somebody may do: one of the roles, and the tick of its own. */
export function RoleChoice({ role, mayExport, error }: { role: string; mayExport: boolean; error?: string }) {
  const t = useWords();
  return (
    <>
      <RadioCards
        name="role"
        legend={t("Role")}
        cards={CARDS.map((card) => ({ ...card, title: t(card.title), description: t(card.description) }))}
        value={role}
        columns="3"
        error={error}
        required
      />
      <Fieldset id="export" legend={t("Export")} choices>
        <Checkbox
          name="mayExport"
          value="yes"
          label={t("May export contacts as files")}
          hint={t("A file leaves Rollbook with everybody in it.")}
          defaultChecked={mayExport}
        />
      </Fieldset>
    </>
  );
}
