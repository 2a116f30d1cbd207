import { Notice } from "#components/notice.tsx";
import { useWords } from "#components/words.ts";

/**
 * Above a form that came back: what is wrong, each line leading to its field. `path` is the field's id (its name, when
 * none was given). Draws nothing when nothing is wrong. Lines without a path speak of the form as a whole.
 */
export function ErrorSummary({
  title,
  errors,
}: {
  title?: string;
  errors: readonly { path?: string; message: string }[];
}) {
  const t = useWords();
  if (errors.length === 0) return null;
  const heading =
    title ??
    t("{count, plural, one {One answer needs another look} other {# answers need another look}}", {
      count: errors.length,
    });
  return (
    <Notice tone="bad" title={heading} live>
      <ul className="mt-0.5 flex flex-col gap-0.5">
        {errors.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{path ? <a href={`#${path}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </Notice>
  );
}
