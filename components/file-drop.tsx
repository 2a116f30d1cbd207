"use client";

import { type DragEvent, useRef, useState } from "react";
import type { ControlProps } from "#components/field.tsx";
import { Icon } from "#components/icons.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";

/**
 * A file, chosen or dropped. It is a plain file input that stays one without JavaScript; with it the whole area takes
 * a dropped file, and says its name and size. Stands in a Field, which names it.
 */
export function FileDrop({
  accept,
  invitation,
  multiple = false,
  onChoose,
  ...control
}: ControlProps & {
  /** As of a file input: ".csv,.txt,.xlsx". */
  accept: string;
  /** "or drop a CSV or Excel file here". */
  invitation: string;
  multiple?: boolean;
  /** For a client component that sends the file itself. */
  onChoose?: (file: File | undefined) => void;
}) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [over, setOver] = useState(false);

  const choose = () => {
    const chosen = [...(input.current?.files ?? [])];
    setFiles(chosen);
    onChoose?.(chosen[0]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    choose();
  };

  return (
    <label
      htmlFor={control.id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      data-over={over || undefined}
      className="flex cursor-pointer flex-col items-center gap-2 rounded-lg border border-edge border-dashed bg-sunken px-4 py-8 text-center hover:bg-hover has-aria-invalid:border-bad has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 data-over:border-accent data-over:bg-accent-soft"
    >
      <span className="text-accent">
        <Icon name={files.length > 0 ? "file" : "upload"} size="xl" />
      </span>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        onChange={choose}
        className="max-w-full cursor-pointer text-sm outline-none file:mr-2.5 file:min-h-8.5 file:cursor-pointer file:rounded-md file:border file:border-edge/60 file:bg-surface file:px-3.5 file:font-medium file:text-base file:text-text"
        {...control}
      />
      <span className="text-muted text-sm" aria-live="polite">
        {files.length > 0 ? chosenWords(files, t) : invitation}
      </span>
    </label>
  );
}

function chosenWords(files: File[], t: Translator): string {
  const size = t.bytes(files.reduce((sum, file) => sum + file.size, 0));
  return files.length === 1
    ? `${files[0]?.name}, ${size}`
    : t("{count, plural, one {# file} other {# files}}, {size}", { count: files.length, size });
}
