"use client";

import { type FormEvent, useState } from "react";
import { Field } from "#components/field.tsx";
import { FileDrop } from "#components/file-drop.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { formatBytes } from "#components/format.ts";
import { Input } from "#components/input.tsx";
import { Notice } from "#components/notice.tsx";
import { Progress } from "#components/progress.tsx";
import { RadioCards } from "#components/radio-cards.tsx";
import { Select } from "#components/select.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { Textarea } from "#components/textarea.tsx";
import { ACTION_CARDS, ORIGIN_CARDS } from "./choices.ts";
import { sendUpload, type UploadProgress } from "./send-upload.ts";

type Chosen = { profile: number; action: string; origin: string; reference: string };

/** A plain multipart form; with JavaScript it shows how far the upload is, and keeps what was filled in when it fails. */
export function UploadForm({ profiles, chosen }: { profiles: { id: number; name: string }[]; chosen: Chosen }) {
  const [progress, setProgress] = useState<UploadProgress>();
  const [problem, setProblem] = useState<string>();

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (progress) return;
    setProblem(undefined);
    setProgress({ sent: 0, total: 0, perSecond: 0 });
    sendUpload(event.currentTarget, setProgress).catch((error: Error) => {
      setProgress(undefined);
      setProblem(error.message);
    });
  };

  return (
    <form
      action="/imports/upload"
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      noValidate
      className="group"
    >
      <FormStack>
        {problem && (
          <Notice tone="bad" title="The import did not start" live>
            {problem}
          </Notice>
        )}
        <Field name="profile" label="Profile" required>
          {(control) => (
            <Select defaultValue={chosen.profile || profiles[0]?.id} {...control}>
              {profiles.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <RadioCards name="origin" legend="Origin" value={chosen.origin} columns="3" cards={ORIGIN_CARDS} />
        <RadioCards name="action" legend="Action" value={chosen.action} cards={ACTION_CARDS} />
        <Field
          name="reference"
          label="Reference"
          hint="A word of your own to find this import by, such as Spring fair."
        >
          {(control) => <Input maxLength={200} defaultValue={chosen.reference} {...control} />}
        </Field>
        <div className="hidden group-has-[input[value=paste]:checked]:block">
          <Field name="pasted" label="Rows" hint="Straight from a spreadsheet, the names of the columns first.">
            {(control) => <Textarea mono rows={10} {...control} />}
          </Field>
        </div>
        <div className="group-has-[input[value=paste]:checked]:hidden">
          <Field name="file" label="File" hint="CSV or Excel (.xlsx), the names of the columns in its first row.">
            {(control) => (
              <FileDrop accept=".csv,.tsv,.txt,.xlsx" invitation="or drop a CSV or Excel file here" {...control} />
            )}
          </Field>
        </div>
        {progress ? (
          <Progress
            id="upload"
            label="Uploading"
            done={progress.sent}
            max={progress.total || undefined}
            unit=""
            format={formatBytes}
            rate={progress.perSecond || undefined}
            secondsLeft={progress.perSecond ? (progress.total - progress.sent) / progress.perSecond : undefined}
          />
        ) : (
          <FormActions>
            <SubmitButton icon="upload" pending="Uploading …">
              Upload and check
            </SubmitButton>
          </FormActions>
        )}
      </FormStack>
    </form>
  );
}
