import { Checkbox } from "#components/checkbox.tsx";
import { Fieldset } from "#components/fieldset.tsx";
import { RadioCards } from "#components/radio-cards.tsx";

const CARDS = [
  { value: "viewer", title: "Viewer", description: "Looks at profiles, contacts and imports." },
  { value: "editor", title: "Editor", description: "Also changes profiles and contacts, imports, and erases." },
  {
    value: "administrator",
    title: "Administrator",
    description: "Also manages staff, API keys and settings, sees the audit trail, and may always export.",
  },
] as const;

/** What somebody may do: one of the roles, and the tick of its own. */
export function RoleChoice({ role, mayExport, error }: { role: string; mayExport: boolean; error?: string }) {
  return (
    <>
      <RadioCards name="role" legend="Role" cards={CARDS} value={role} columns="3" error={error} required />
      <Fieldset id="export" legend="Export" choices>
        <Checkbox
          name="mayExport"
          value="yes"
          label="May export contacts as files"
          hint="A file leaves Rollbook with everybody in it."
          defaultChecked={mayExport}
        />
      </Fieldset>
    </>
  );
}
