import { ProfileTypeBadge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Field } from "#components/field.tsx";
import { FormActions, FormStack } from "#components/form.tsx";
import { Input } from "#components/input.tsx";
import { RadioCards } from "#components/radio-cards.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { useWords } from "#components/words.ts";
import type { Profile } from "#lib/profiles/profile.ts";

/** What the Virtual profile is called and what it is over: a form that leads to the rules, so it needs no JavaScript. */
export function ChooseSource({
  sources,
  about,
}: {
  sources: readonly Profile[];
  about: { name: string; description: string };
}) {
  const t = useWords();
  const [only] = sources.length === 1 ? sources : [];
  return (
    <form action="/virtual/new">
      <FormStack>
        <Field
          name="name"
          label={t("Name")}
          hint={t("What your team calls these people, such as Lima, active buyers.")}
          required
        >
          {(control) => <Input autoFocus={about.name === ""} maxLength={100} defaultValue={about.name} {...control} />}
        </Field>
        {about.description !== "" && <input type="hidden" name="description" value={about.description} />}
        <RadioCards
          name="source"
          legend={t("Source")}
          hint={t("The profile whose contacts the rules choose from.")}
          required
          columns="2"
          value={only && String(only.id)}
          cards={sources.map(({ id, name, type, counts }) => ({
            value: String(id),
            title: name,
            description: t("{count, plural, one {# contact} other {# contacts}}", { count: counts.contacts }),
            aside: <ProfileTypeBadge type={type} />,
          }))}
        />
        <FormActions>
          <SubmitButton pending={t("Opening …")}>{t("Go on to the rules")}</SubmitButton>
          <ButtonLink href="/virtual">{t("Cancel")}</ButtonLink>
        </FormActions>
      </FormStack>
    </form>
  );
}
