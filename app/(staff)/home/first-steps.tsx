import { ButtonLink } from "#components/button.tsx";
import { Icon } from "#components/icons.tsx";
import { useWords } from "#components/words.ts";
import { may, type Person } from "#lib/staff/permissions.ts";

/** What to do in an installation that holds nobody yet. */
export function FirstSteps({
  hasProfile,
  hasImport,
  person,
}: {
  hasProfile: boolean;
  hasImport: boolean;
  person: Person;
}) {
  const t = useWords();
  const steps = [
    {
      title: t("Make a profile"),
      text: t("An audience, such as Newsletter. Its fields can come from the first lines of your file."),
      href: "/profiles/new",
      button: t("New Profile"),
      done: hasProfile,
    },
    {
      title: t("Import your contacts"),
      text: t(
        "A CSV or Excel file, or rows that you paste. You see what would change before anything does, and can undo it after.",
      ),
      href: "/imports/new",
      button: t("Import Contacts"),
      done: false,
    },
    {
      title: t("Look at who came"),
      text: t("Search and filter them in List Contacts, segment them with a Virtual Profile, and see the statistics."),
      href: "/contacts",
      button: t("List Contacts"),
      done: false,
    },
  ];
  const next = hasProfile ? 1 : 0;
  return (
    <section aria-label={t("First steps")} className="flex flex-col gap-3">
      <p className="max-w-prose text-muted">
        {hasImport
          ? t("Nobody is in the repository yet: the last import is below.")
          : t("Nobody is here yet. Three steps, and ten minutes:")}
      </p>
      <ol className="grid gap-4 lg:grid-cols-3">
        {steps.map(({ title, text, href, button, done }, at) => (
          <li key={href} className="flex min-w-0 flex-col gap-1.5 rounded-lg border border-line p-4">
            <span
              aria-hidden="true"
              className={`grid size-7 place-items-center rounded-full border font-semibold text-sm ${at === next ? "border-accent bg-accent text-surface" : "border-edge text-muted"}`}
            >
              {done ? <Icon name="check" size="sm" /> : at + 1}
            </span>
            <h2 className="mt-1 font-semibold text-lg">
              {title}
              {done && <span className="sr-only"> {t("(done)")}</span>}
            </h2>
            <p className="flex-1 text-muted">{text}</p>
            {(at === 2 || may(person, at === 0 ? "profiles.edit" : "imports.run")) && (
              <p className="mt-2">
                <ButtonLink href={href} variant={at === next ? "primary" : "secondary"}>
                  {button}
                </ButtonLink>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
