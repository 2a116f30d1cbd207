import type { Translator } from "#components/words/translator.ts";

/** Beside a bar: `1,234 · 5.6%`. */
export const countAndShare = (count: number, of: number, t: Translator): string =>
  `${t.number(count)} · ${t.share(count, of)}`;
