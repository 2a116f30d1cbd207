import { ButtonLink } from "#components/button.tsx";
import { useWords } from "#components/words.ts";
import { ShownOnce } from "../../shown-once.tsx";

/** Shown this once, for a person to print or to put into a password manager. */
export function RecoveryCodes({ codes, title }: { codes: readonly string[]; title: string }) {
  const t = useWords();
  return (
    <>
      <ShownOnce title={title} text={codes.join("\n")} label={t("recovery codes")}>
        {t(
          "Keep these recovery codes where you find them without your telephone. Each works once in place of a code of the app. They are not shown again.",
        )}
      </ShownOnce>
      <div>
        <ButtonLink href="/account" variant="primary">
          {t("I have kept them")}
        </ButtonLink>
      </div>
    </>
  );
}
