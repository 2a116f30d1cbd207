import { currentPerson } from "#app/_doors/current-person.ts";
import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { getWords, useWords } from "#components/words.ts";
import { countForgettable } from "#lib/imports/columns/change-reading.ts";
import type { ColumnProfiles } from "#lib/imports/columns/column-profile.ts";
import { firstRows } from "#lib/imports/columns/first-rows.ts";
import type { Import } from "#lib/imports/import.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { cancelImport } from "../actions.ts";
import { CommandForm } from "../command-form.tsx";
import { KeepFresh } from "../keep-fresh.tsx";
import { ColumnsForm } from "./columns-form.tsx";
import { FirstRows } from "./first-rows.tsx";
import { ReadingForm } from "./reading-form.tsx";

const ROWS = 8;

/** Columns: where each column of the file goes, and how the file is read. */
export async function ChooseColumns({
  found,
  profile,
  mayRun,
}: {
  found: Import;
  profile: Profile | null;
  mayRun: boolean;
}) {
  const t = await getWords();
  const person = await currentPerson();
  if (!profile || !person)
    return <Notice tone="bad">{t("The profile of this import was deleted. Cancel the import.")}</Notice>;
  const rows = await firstRows(person, found, profile, ROWS, t);
  if (!rows) return <KeepFresh />;
  const mapping = found.mapping ?? [];
  const keyName = profile.keyKind === "email" ? t("Email") : t("Mobile");
  return (
    <>
      {mayRun ? (
        <>
          {found.action === "unsubscribe" ? (
            <WhoIsMeant keyName={keyName} />
          ) : (
            <WhatToDo found={found} name={profile.name} />
          )}
          <ColumnsForm
            key={mapping.map(({ column }) => column).join("\n")}
            importId={found.id}
            action={found.action}
            mapping={mapping}
            profiles={found.columnProfiles as ColumnProfiles | null}
            fields={profile.fields.map(({ id, name, type, required }) => ({ id, name, type, required }))}
            keyName={keyName}
            blankErases={found.options.blankErases ?? false}
          />
          <ReadingForm
            importId={found.id}
            options={found.options}
            corrections={await countForgettable(person, found.id)}
          />
        </>
      ) : (
        <Notice>{t("An editor has to say where each column goes.")}</Notice>
      )}
      <FirstRows rows={rows} mapping={mapping} profile={profile} />
      {mayRun && (
        <CommandForm action={cancelImport} importId={found.id}>
          <div>
            <SubmitButton variant="quiet" icon="cross" pending={t("Cancelling …")}>
              {t("Cancel the import")}
            </SubmitButton>
          </div>
        </CommandForm>
      )}
    </>
  );
}

function WhatToDo({ found: { mapping }, name }: { found: Import; name: string }) {
  const t = useWords();
  const all = mapping?.length ?? 0;
  const unnamed = mapping?.filter(({ target }) => target === null).length ?? 0;
  return (
    <Notice
      title={
        unnamed === 0
          ? t("Look where each column goes")
          : t("{unnamed, number} of {all, plural, one {# column} other {# columns}} match no field", { unnamed, all })
      }
    >
      {t(
        "Choose a field for each column, make a new field, or leave the column out. Then every row is checked; nothing is in {name} before you apply.",
        { name },
      )}
    </Notice>
  );
}

/** An Unsubscribe uses one column. */
function WhoIsMeant({ keyName }: { keyName: string }) {
  const t = useWords();
  return (
    <Notice title={t("Choose the column that tells who is meant")}>
      {t("It holds the {key}. The other columns are not looked at, and nobody is unsubscribed before you apply.", {
        key: keyName,
      })}
    </Notice>
  );
}
