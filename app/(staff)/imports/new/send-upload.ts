import type { Translator } from "#components/words/translator.ts";

export type UploadProgress = { sent: number; total: number; startedAt: number };

/** What an upload came to: the import's page, or what is wrong, by the control's name where one is to blame. */
export type UploadOutcome = { href: string } | { message: string; errors: Record<string, string> };

/** Sends the form with its one file, and says how much of it has left. `signal` stops it. */
export function sendUpload(
  form: FormData,
  onProgress: (progress: UploadProgress) => void,
  signal: AbortSignal,
  t: Translator,
): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    // fetch cannot tell how much of a body has left.
    const request = new XMLHttpRequest();
    const startedAt = Date.now();
    request.open("POST", "/imports/upload");
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => onProgress({ sent: loaded, total, startedAt });
    request.onload = () => resolve(outcomeOf(request, t));
    request.onerror = () =>
      resolve(broken(t("The connection broke. Look at your network, then upload the file again.")));
    request.onabort = () => resolve(broken(t("The upload was stopped. Nothing was changed.")));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

type Answer = {
  href?: string;
  error?: { message: string; details?: { path: string; message: string }[] };
};

function outcomeOf({ responseText }: XMLHttpRequest, t: Translator): UploadOutcome {
  const { href, error } = parsed(responseText);
  if (href) return { href };
  const details = error?.details ?? [];
  const failed = details.find(({ path }) => path === "import");
  if (failed) return { href: `/imports/${failed.message}` }; // its page says what is wrong with the file
  return {
    message: error?.message ?? t("The server gave no answer that can be read. Upload the file again."),
    errors: Object.fromEntries(details.filter(({ path }) => path !== "").map(({ path, message }) => [path, message])),
  };
}

function parsed(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}

const broken = (message: string): UploadOutcome => ({ message, errors: {} });
