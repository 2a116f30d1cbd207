/** What a notice, a badge or a number says beside its words. Never the only carrier of the meaning. */
export type Tone = "neutral" | "info" | "good" | "warn" | "bad";

/** Text and soft background of a tone. */
export const toneClasses: Record<Tone, string> = {
  neutral: "bg-hover text-text",
  info: "bg-accent-soft text-accent-strong",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};
