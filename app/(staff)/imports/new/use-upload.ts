import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import { formsOf } from "./forms-of.ts";
import { sendUpload, type UploadProgress } from "./send-upload.ts";

/** What did not work, by the control's name where one is to blame. */
export type Wrong = { message: string; errors: Record<string, string> };

export type Sending = { file: string; number: number; files: number; progress?: UploadProgress };

/** Sends the form's files one after another. Where one breaks off, those that arrived are not sent a second time. */
export function useUpload(wrongBefore: Wrong | undefined, maxBytes: number) {
  const t = useWords();
  const router = useRouter();
  const stop = useRef<AbortController>(null);
  const arrived = useRef(new Set<string>());
  const [sending, setSending] = useState<Sending>();
  const [wrong, setWrong] = useState(wrongBefore);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (stop.current) return;
    const forms = formsOf(event.currentTarget, t);
    const large = forms.find(({ bytes }) => bytes > maxBytes);
    if (large) return setWrong(tooLarge(large.name, maxBytes, t));
    const left = forms.filter(({ key }) => !arrived.current.has(key));
    stop.current = new AbortController();
    setWrong(undefined);
    let last = "/logs";
    for (const [at, { name, key, data }] of left.entries()) {
      const before = forms.length - left.length + at;
      const now = { file: name, number: before + 1, files: forms.length };
      setSending(now);
      const show = (progress: UploadProgress) => setSending({ ...now, progress });
      const outcome = await sendUpload(data, show, stop.current.signal, t);
      if ("message" in outcome) {
        stop.current = null;
        setSending(undefined);
        return setWrong(withArrived(outcome, before, t));
      }
      arrived.current.add(key);
      last = outcome.href;
    }
    router.push(forms.length === 1 ? last : "/logs");
  };

  return { sending, wrong, send, stop: () => stop.current?.abort() };
}

function tooLarge(file: string, limit: number, t: Translator): Wrong {
  const values = { file, limit: t.bytes(limit) };
  const message = t("“{file}” is larger than {limit}, the most that this installation takes. Split it.", values);
  return { message, errors: { file: message } };
}

function withArrived(wrong: Wrong, count: number, t: Translator): Wrong {
  if (count === 0) return wrong;
  const note = t(
    "{count, plural, one {# file has arrived: it stands in the Logs, and is not sent again.} other {# files have arrived: they stand in the Logs, and are not sent again.}}",
    { count },
  );
  return { ...wrong, message: `${wrong.message} ${note}` };
}
