import { CopyButton } from "#components/copy-button.tsx";

/** A key, an address or a command: letters of one width, selected whole by one press, with a button that copies. */
export function Code({ text, label }: { text: string /** Of the button: "Copy the profile key". */; label: string }) {
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1">
      <code className="min-w-0 select-all break-all rounded-sm bg-hover px-1.5 py-0.5 font-mono text-xs">{text}</code>
      <CopyButton text={text} label={label} />
    </span>
  );
}

/** Several lines of the same, such as a `curl` command. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <div className="relative min-w-0 rounded-lg border border-line bg-sunken">
      <pre className="wrap-anywhere whitespace-pre-wrap p-3 pr-11 font-mono text-xs leading-5">
        <code>{text}</code>
      </pre>
      <span className="absolute top-2 right-2">
        <CopyButton text={text} label={label} />
      </span>
    </div>
  );
}
