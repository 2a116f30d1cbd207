"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "#components/button.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FileDrop } from "#components/file-drop.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { Progress } from "#components/progress.tsx";
import { RadioCards } from "#components/radio-cards.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Textarea } from "#components/textarea.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { ImportAction } from "#lib/imports/import.ts";
import { sendUpload, type UploadProgress } from "./send-upload.ts";
import { actionCards, originCards } from "./upload-cards.ts";
import { useDropAnywhere } from "./use-drop-anywhere.ts";

export type UploadStart = {
  profile: string;
  action: ImportAction;
  origin: "csv" | "excel" | "paste";
  reference: string;
  /** What was wrong with the file or the rows when the form was sent without JavaScript. */
  wrong: string | undefined;
};

type Wrong = { message: string; errors: Record<string, string> };
type Sending = { file: string; number: number; files: number; progress?: UploadProgress };

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
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const stop = useRef<AbortController>(null);
  const [sending, setSending] = useState<Sending>();
  const [wrong, setWrong] = useState<Wrong | undefined>(asWrong(start));
  const scripted = useScripted();
  useDropAnywhere(form);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (stop.current) return;
    const forms = formsOf(event.currentTarget, t);
    stop.current = new AbortController();
    setWrong(undefined);
    let last = "/logs";
    for (const [at, { name, data }] of forms.entries()) {
      const now = { file: name, number: at + 1, files: forms.length };
      setSending(now);
      const show = (progress: UploadProgress) => setSending({ ...now, progress });
      const outcome = await sendUpload(data, show, stop.current.signal, t);
      if ("message" in outcome) {
        stop.current = null;
        setSending(undefined);
        return setWrong(outcome);
      }
      last = outcome.href;
    }
    router.push(forms.length === 1 ? last : "/logs");
  };

  const errors = wrong?.errors ?? {};
  return (
    <form ref={form} action="/imports/upload" method="post" encType="multipart/form-data" onSubmit={send}>
      {sending && <SendingBar sending={sending} onStop={() => stop.current?.abort()} />}
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

function SendingBar({ sending: { file, number, files, progress }, onStop }: { sending: Sending; onStop: () => void }) {
  const t = useWords();
  const { sent, total, startedAt } = progress ?? { sent: 0, total: 0, startedAt: 0 };
  const seconds = Math.max((Date.now() - startedAt) / 1000, 0.1);
  const rate = sent / seconds;
  const whole = total > 0 && sent >= total;
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <Progress
        id="upload"
        label={sendingWords({ whole, file, number, files }, t)}
        done={sent}
        max={total === 0 || whole ? undefined : total}
        format={t.bytes}
        rate={progress && !whole ? rate : undefined}
        secondsLeft={progress && !whole && rate > 0 ? (total - sent) / rate : undefined}
      />
      <p className="text-muted">{t("Stay on this page until the file has arrived. After that you may close it.")}</p>
      <div>
        <Button icon="cross" onClick={onStop}>
          {t("Stop the upload")}
        </Button>
      </div>
    </div>
  );
}

type Sent = { whole: boolean; file: string; number: number; files: number };

function sendingWords({ whole, file, number, files }: Sent, t: Translator): string {
  if (files === 1) return whole ? t("Reading {file}", { file }) : t("Uploading {file}", { file });
  const values = { file, number, files };
  return whole
    ? t("Reading {file} ({number, number} of {files, number})", values)
    : t("Uploading {file} ({number, number} of {files, number})", values);
}

/** One form for each file that was chosen, with everything else in front of it. */
function formsOf(form: HTMLFormElement, t: Translator): { name: string; data: FormData }[] {
  const all = new FormData(form);
  const files = all.getAll("file").filter((file): file is File => file instanceof File);
  all.delete("file");
  if (all.get("origin") === "paste") return [{ name: t("the pasted rows"), data: all }];
  all.delete("pasted");
  return files.map((file) => {
    const data = new FormData();
    for (const [name, value] of all) data.append(name, value);
    data.append("file", file, file.name);
    return { name: file.name || t("the file"), data };
  });
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
