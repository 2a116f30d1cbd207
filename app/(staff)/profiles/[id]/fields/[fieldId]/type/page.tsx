import type { Metadata } from "next";
import { EmptyState } from "#components/empty-state.tsx";
import { getWords } from "#components/words.ts";
import { FIELD_TYPES } from "#lib/fields/field.ts";
import { optionsFromLines } from "#lib/fields/options-from-lines.ts";
import { fieldsWith } from "#lib/profiles/dependents.ts";
import { reportRetype } from "#lib/profiles/fields/retype-report.ts";
import { type RetypeInput, retypeInput } from "#lib/profiles/input.ts";
import { whatFieldsBreak } from "#lib/profiles/what-deletion-ends.ts";
import { InUse } from "../../../../in-use.tsx";
import { SubPageHeader } from "../../../../sub-page.tsx";
import { typeName } from "../../../../type-names.ts";
import { editedField, fieldCrumbs } from "../../field-page.ts";
import { ChooseType } from "./choose-type.tsx";
import { Report } from "./report.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Change the Type") };
};

export default async function RetypePage({ params, searchParams }: PageProps<"/profiles/[id]/fields/[fieldId]/type">) {
  const t = await getWords();
  const { person, profile, field } = await editedField(params);
  const wish = wishOf(await searchParams);
  const report = wish && wish.type !== field.type ? await reportRetype(person, profile, field, wish) : null;
  const after = report && wish && fieldsWith(profile, { id: field.id, type: wish.type, options: report.options });
  const dependents = after ? await whatFieldsBreak(person, profile, after) : [];
  return (
    <>
      <SubPageHeader
        profile={profile}
        title={t("Another type for {name}", { name: field.name })}
        description={t(
          "Its type is {type} now. First see what would become of its values; nothing changes before you say so.",
          { type: t(typeName(field.type)) },
        )}
        crumbs={fieldCrumbs(profile, t, field)}
      />
      <ChooseType field={field} wish={wish} report={report} />
      {dependents.length > 0 && (
        <InUse title={t("{name} cannot have that type yet", { name: field.name })} dependents={dependents}>
          {t("Conditions of these virtual profiles do not fit the new type. Change or delete them first.")}
        </InUse>
      )}
      {wish && report ? (
        <Report profileId={profile.id} field={field} wish={wish} report={report} mayChange={dependents.length === 0} />
      ) : (
        <EmptyState icon="refresh" title={t("Choose the new type")}>
          {t("The report says how many values convert, and which ones do not.")}
        </EmptyState>
      )}
    </>
  );
}

type Query = Record<string, string | string[] | undefined>;

/** Anything that the address cannot mean is left out; null without a type. */
function wishOf({ to, dateOrder, decimal, options }: Query): RetypeInput | null {
  const type = FIELD_TYPES.find((each) => each === to);
  if (!type) return null;
  const lines = typeof options === "string" && type === "choice" ? optionsFromLines(options) : [];
  const whole = retypeInput.safeParse({
    type,
    dateOrder: dateOrder || undefined,
    decimal: decimal || undefined,
    options: lines,
  });
  return whole.data ?? retypeInput.parse({ type });
}
