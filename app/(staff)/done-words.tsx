import { Notice } from "#components/notice.tsx";
import { useWords } from "#components/words.ts";

/** What an action did, said on the page that it leads to: the sentence under the word that the address holds. */
export function DoneWords({
  done,
  sentences,
}: {
  done: string | string[] | undefined;
  /** In English, marked with `say`. */
  sentences: Readonly<Record<string, string>>;
}) {
  const t = useWords();
  const sentence = typeof done === "string" && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
  if (!sentence) return null;
  return (
    <Notice tone="good" live>
      {t(sentence)}
    </Notice>
  );
}
