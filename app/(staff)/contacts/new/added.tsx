import { Notice } from "#components/notice.tsx";
import { TextLink } from "#components/text-link.tsx";
import { say } from "#components/words/say.ts";
import { useWords } from "#components/words.ts";
import type { NewContactData } from "./actions.ts";

/** What the form says of the contact that it added; somebody who is unsubscribed or bounced stays it. */
export function Added({ data, profileName }: { data: NewContactData; profileName: string }) {
  const { contactId, key, status } = data;
  const t = useWords();
  const { title, details } = SAID[status];
  return (
    <Notice
      tone={status === "active" ? "good" : "warn"}
      title={t(title, { key, profile: profileName })}
      actions={<TextLink href={`/contacts/${contactId}`}>{t("Open the contact")}</TextLink>}
      live
    >
      {t(details, { profile: profileName })}
    </Notice>
  );
}

const SAID = {
  active: { title: say("{key} is in {profile} now"), details: say("You can add the next contact below.") },
  unsubscribed: {
    title: say("{key} was added, and is unsubscribed"),
    details: say(
      "The repository knows this person as unsubscribed, so the contact has that status in {profile} too. Only a person can change it, on the contact's page.",
    ),
  },
  bounced: {
    title: say("{key} was added, and is bounced"),
    details: say(
      "The repository knows this person as bounced, so the contact has that status in {profile} too. Only a person can change it, on the contact's page.",
    ),
  },
} as const;
