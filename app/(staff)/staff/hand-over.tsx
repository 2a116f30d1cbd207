import { ButtonLink } from "#components/button.tsx";
import { ShownOnce } from "../shown-once.tsx";

type Made = { link: string; hours: number };

/** A link that an administrator hands over. */
export function HandOver({ made: { link, hours }, title }: { made: Made; title: string }) {
  return (
    <>
      <ShownOnce title={title} text={link} label="link">
        Give this link to nobody else: whoever opens it first sets the password. It works once, within{" "}
        {hours > 24 ? `${hours / 24} days` : `${hours} hours`}, and is not shown again.
      </ShownOnce>
      <div>
        <ButtonLink href="/staff" variant="primary">
          Back to the staff
        </ButtonLink>
      </div>
    </>
  );
}

export const isHandOver = (data: unknown): data is Made => typeof data === "object" && data !== null && "link" in data;
