/** What every box that takes text has in common. A finger gets 44 px, and 16 px letters so that a telephone does not zoom. */
export const controlStyle = [
  "w-full min-w-0 rounded-md border border-edge bg-surface px-2.5 py-1 text-base text-text",
  "placeholder:text-muted hover:border-muted aria-invalid:border-bad aria-invalid:ring-1 aria-invalid:ring-bad",
  "focus-visible:border-accent focus-visible:outline-offset-0",
  "disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken",
  "pointer-coarse:min-h-11 pointer-coarse:text-lg",
].join(" ");
