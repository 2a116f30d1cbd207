import { Notice } from "#components/notice.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { NewContactData } from "./actions.ts";

/** What the form says of the contact that it added; somebody who is unsubscribed or bounced stays it. */
export function Added({ data, profileName }: { data: NewContactData; profileName: string }) {
  const { contactId, key, status } = data;
  const active = status === "active";
  return (
    <Notice
      tone={active ? "good" : "warn"}
      title={active ? `${key} is in ${profileName} now` : `${key} was added, and is ${status}`}
      actions={<TextLink href={`/contacts/${contactId}`}>Open the contact</TextLink>}
      live
    >
      {active
        ? "You can add the next contact below."
        : `The repository knows this person as ${status}, so the contact has that status in ${profileName} too. Only a person can change it, on the contact's page.`}
    </Notice>
  );
}
