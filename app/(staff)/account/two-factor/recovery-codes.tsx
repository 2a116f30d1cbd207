import { ButtonLink } from "#components/button.tsx";
import { ShownOnce } from "../../shown-once.tsx";

/** Shown this once, for a person to print or to put into a password manager. */
export function RecoveryCodes({ codes, title }: { codes: readonly string[]; title: string }) {
  return (
    <>
      <ShownOnce title={title} text={codes.join("\n")} label="recovery codes">
        Keep these recovery codes where you find them without your telephone. Each works once in place of a code of the
        app. They are not shown again.
      </ShownOnce>
      <div>
        <ButtonLink href="/account" variant="primary">
          I have kept them
        </ButtonLink>
      </div>
    </>
  );
}
