import { Field } from "#components/field.tsx";
import { Input } from "#components/input.tsx";
import { Textarea } from "#components/textarea.tsx";
import { useWords } from "#components/words.ts";

/** What a new Virtual profile is called; both came from the pages before, and may still be changed. */
export function NameFields({
  purpose,
  values,
  errors,
}: {
  purpose: { source: number; name: string; description: string };
  values: Readonly<Record<string, string | string[]>>;
  errors: Readonly<Record<string, string>>;
}) {
  const t = useWords();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <input type="hidden" name="source" value={purpose.source} />
      <Field name="name" label={t("Name")} error={errors.name} required>
        {(control) => <Input maxLength={300} defaultValue={String(values.name ?? purpose.name)} {...control} />}
      </Field>
      <Field name="description" label={t("Description")} error={errors.description}>
        {(control) => (
          <Textarea rows={1} defaultValue={String(values.description ?? purpose.description)} {...control} />
        )}
      </Field>
    </div>
  );
}
