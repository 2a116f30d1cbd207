"use client";

import { useEffect, useRef, useState } from "react";
import { Disclosure } from "#components/disclosure.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FileDrop } from "#components/file-drop.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { RadioCards } from "#components/radio-cards.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Textarea } from "#components/textarea.tsx";
import { useWords } from "#components/words.ts";
import type { ImportAction } from "#lib/imports/import.ts";
import { ReadingChoices } from "../reading-choices.tsx";
import { SendingBar } from "./sending-bar.tsx";
import { actionCards, originCards } from "./upload-cards.ts";
import { useDropAnywhere } from "./use-drop-anywhere.ts";
import { useUpload, type Wrong } from "./use-upload.ts";

export type UploadStart = {
  profile: string;
  action: ImportAction;
  origin: "csv" | "excel" | "paste";
  reference: string;
  /** How the file is to be read, by the control's name; empty where that is left to the file. */
  reading: Record<string, string>;
  /** What was wrong with the file or the rows when the form was sent without JavaScript. */
  wrong: string | undefined;
};

/** A plain form that posts itself; with JavaScript it shows how much of the file has left, and sends several. */
export function UploadForm({
  profiles,
  start,
  once,
  maxBytes,
}: {
  profiles: { id: number; name: string; type: string }[];
  start: UploadStart;
  /** Tells a second press of a page without JavaScript from a second upload. */
  once: string;
  maxBytes: number;
}) {
  const t = useWords();
  const form = useRef<HTMLFormElement>(null);
  const { sending, wrong, send, stop } = useUpload(asWrong(start), maxBytes);
  const scripted = useScripted();
  useDropAnywhere(form);

  const errors = wrong?.errors ?? {};
  return (
    <form ref={form} action="/imports/upload" method="post" encType="multipart/form-data" onSubmit={send}>
      {sending && <SendingBar sending={sending} onStop={stop} />}
      <div hidden={sending !== undefined} className="group/upload">
        <FormStack>
          {wrong && <ErrorSummary title={t("The upload did not work")} errors={linesOf(wrong)} />}
          <Field name="profile" label={t("Profile")} error={errors.profile} required>
            {(control) => (
              <Select defaultValue={start.profile} {...control}>
                <option value="">{t("Choose a profile")}</option>
                {profiles.map(({ id, name, type }) => (
                  <option key={id} value={id}>
                    {type === "mobile_only" ? t("{name} (Mobile Only)", { name }) : name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <RadioCards name="action" legend={t("Action")} value={start.action} cards={actionCards(t)} />
          <RadioCards name="origin" legend={t("Origin")} value={start.origin} cards={originCards(t)} columns="3" />
          <Field
            name="reference"
            label={t("Reference")}
            hint={t("A word of yours by which you find this import again. It may stay empty.")}
            error={errors.reference}
          >
            {(control) => <Input maxLength={200} defaultValue={start.reference} {...control} />}
          </Field>
          {!scripted && <input type="hidden" name="once" value={once} />}
          <div className="hidden group-has-[#origin-paste:checked]/upload:block">
            <Field
              name="pasted"
              label={t("Rows")}
              hint={t(
                "The first row names the columns. Cells are told apart by tabs, commas or semicolons, as a spreadsheet copies them.",
              )}
              error={errors.pasted}
            >
              {(control) => <Textarea mono rows={10} {...control} />}
            </Field>
          </div>
          <div className="group-has-[#origin-paste:checked]/upload:hidden">
            <Field
              name="file"
              label={t("File")}
              hint={t("CSV or Excel (.xlsx), up to {size}. How it is written is found by itself.", {
                size: t.bytes(maxBytes),
              })}
              error={errors.file}
            >
              {(control) => (
                <FileDrop
                  accept=".csv,.tsv,.txt,.xlsx,text/csv"
                  invitation={
                    scripted ? t("or drop files anywhere on this page") : t("The file is uploaded when you go on.")
                  }
                  multiple={scripted}
                  {...control}
                />
              )}
            </Field>
          </div>
          <Disclosure
            summary={t("How the file is read")}
            aside={t("found by itself")}
            open={start.wrong !== undefined || Object.values(start.reading).some((value) => value !== "")}
          >
            <ReadingChoices cut="open" value={(name) => start.reading[name] ?? ""} countryError={errors.country} />
          </Disclosure>
          <FormActions>
            <SubmitButton icon="upload" pending={t("Uploading …")}>
              {t("Upload")}
            </SubmitButton>
          </FormActions>
        </FormStack>
      </div>
    </form>
  );
}

const asWrong = ({ wrong, origin }: UploadStart): Wrong | undefined =>
  wrong === undefined ? undefined : { message: wrong, errors: { [origin === "paste" ? "pasted" : "file"]: wrong } };

const linesOf = ({ message, errors }: Wrong): { path?: string; message: string }[] =>
  Object.keys(errors).length === 0
    ? [{ message }]
    : Object.entries(errors).map(([path, words]) => ({ path, message: words }));

/** False until JavaScript runs: what only works with it is not drawn before. */
function useScripted(): boolean {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return scripted;
}
