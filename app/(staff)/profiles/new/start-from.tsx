"use client";

import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { Disclosure } from "#components/disclosure.tsx";
import { Field } from "#components/field.tsx";
import { FormRow } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Textarea } from "#components/textarea.tsx";
import { useWords } from "#components/words.ts";

/** Fields from another profile, or from a file: both buttons post the form, and it comes back with their rows. */
export function StartFrom(props: {
  profiles: readonly { id: number; name: string }[];
  copyOf: string;
  header: string;
  errors: Readonly<Record<string, string>>;
}) {
  const t = useWords();
  const { profiles, copyOf, header, errors } = props;
  return (
    <Disclosure
      summary={t("Start from another profile's fields, or from a file")}
      open={errors.header !== undefined || errors.copyOf !== undefined}
    >
      <div className="flex flex-col gap-6">
        {profiles.length > 0 && (
          <div className="flex flex-wrap items-end gap-2.5">
            <Field name="copyOf" label={t("Fields of")} error={errors.copyOf}>
              {(control) => (
                <Select key={copyOf} defaultValue={copyOf} width="auto" {...control}>
                  <option value="">{t("Choose a profile …")}</option>
                  {profiles.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <SubmitButton variant="secondary" icon="copy" name="intent" value="copy" pending={t("Copying …")}>
              {t("Copy its fields")}
            </SubmitButton>
          </div>
        )}
        <FromFile header={header} error={errors.header} />
      </div>
    </Disclosure>
  );
}

function FromFile({ header, error }: { header: string; error: string | undefined }) {
  const t = useWords();
  const lines = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="flex flex-col items-start gap-2.5">
      <FormRow>
        <Field
          name="header"
          label={t("The first lines of a file")}
          hint={t(
            "Its header, and some rows below it by which the types are told. Cells copied out of a spreadsheet do as well.",
          )}
          error={error}
        >
          {(control) => (
            <Textarea
              mono
              rows={3}
              ref={lines}
              placeholder={t("Email,First name,City")}
              defaultValue={header}
              {...control}
            />
          )}
        </Field>
        <FirstLines onRead={(text) => make(lines.current, text)} />
      </FormRow>
      <SubmitButton variant="secondary" icon="file" name="intent" value="header" pending={t("Reading …")}>
        {t("Make fields of its columns")}
      </SubmitButton>
    </div>
  );
}

/** Who chose a file has said what is wanted: its columns become fields as by the button. */
function make(textarea: HTMLTextAreaElement | null, text: string): void {
  if (!textarea) return;
  textarea.value = text;
  textarea.form?.requestSubmit(textarea.form.querySelector<HTMLButtonElement>("button[value=header]"));
}

/** Takes the first lines out of a chosen file in the browser; without JavaScript they are pasted. */
function FirstLines({ onRead }: { onRead: (text: string) => void }) {
  const t = useWords();
  const [able, setAble] = useState(false);
  useEffect(() => setAble(true), []);
  if (!able) return null;
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) onRead(firstLines(await file.slice(0, 65_536).arrayBuffer()));
  };
  return (
    <Field name="headerFile" label={t("Or take them from a CSV file")} hint={t("Nothing else of it is sent.")}>
      {(control) => (
        <Input type="file" accept=".csv,.txt,.tsv,text/csv" onChange={read} {...control} name={undefined} />
      )}
    </Field>
  );
}

/** Up to a hundred whole lines, in the encoding that the bytes fit. */
function firstLines(bytes: ArrayBuffer): string {
  const encoding = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength))[0] === 0xff ? "utf-16le" : "utf-8";
  const text = decoded(bytes, encoding) ?? decoded(bytes, "windows-1252") ?? "";
  return text
    .split(/\r\n|\n|\r/)
    .slice(0, 100)
    .slice(0, bytes.byteLength < 65_536 ? 100 : -1)
    .join("\n");
}

function decoded(bytes: ArrayBuffer, encoding: string): string | null {
  try {
    // With `stream`, a character that the end cuts in two is left out.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
