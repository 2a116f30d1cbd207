import { ButtonLink } from "#components/button.tsx";
import { useWords } from "#components/words.ts";
import { ShownOnce } from "../shown-once.tsx";

type Made = { link: string; hours: number };

/** A link that an administrator hands over. */
export function HandOver({ made: { link, hours }, title }: { made: Made; title: string }) {
  const t = useWords();
  return (
    <>
      <ShownOnce title={title} text={link} label={t("link")}>
        {hours > 24
          ? t(
              "Give this link to nobody else: whoever opens it first sets the password. It works once, within {days, plural, one {# day} other {# days}}, and is not shown again.",
              { days: hours / 24 },
            )
          : t(
              "Give this link to nobody else: whoever opens it first sets the password. It works once, within {hours, plural, one {# hour} other {# hours}}, and is not shown again.",
              { hours },
            )}
      </ShownOnce>
      <div>
        <ButtonLink href="/staff" variant="primary">
          {t("Back to the staff")}
        </ButtonLink>
      </div>
    </>
  );
}

export const isHandOver = (data: unknown): data is Made => typeof data === "object" && data !== null && "link" in data;
