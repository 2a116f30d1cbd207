import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { TextLink } from "#components/text-link.tsx";
import { say } from "#components/words/say.ts";
import { useWords } from "#components/words.ts";
import type { NewContactData } from "./actions.ts";

/** The address is in the profile already: what the values filled in would change of it, and the offer to do so. */
export function Exists({
  data,
  written,
  profileName,
}: {
  data: Extract<NewContactData, { outcome: "exists" }>;
  /** The address as it was typed. */
  written: string;
  profileName: string;
}) {
  const { contactId, key, status, version, changes } = data;
  const t = useWords();
  const open = <TextLink href={`/contacts/${contactId}`}>{t("Open the contact")}</TextLink>;
  return (
    <Notice tone="warn" title={t("{key} is in {profile} already", { key, profile: profileName })} live>
      <p>
        {status !== "active" && `${t(STATUS_SAID[status])} `}
        {changes.length === 0
          ? t("What you filled in is there already, so there is nothing to update.")
          : t("Nothing was changed yet. Updating it with what you filled in would change:")}{" "}
        {changes.length === 0 && open}
      </p>
      {changes.length > 0 && (
        <>
          <ul className="my-2 flex list-disc flex-col gap-0.5 pl-5">
            {changes.map(({ name, before, after }) => (
              <li key={name}>
                {name}: {before || t("empty")} → {after}
              </li>
            ))}
          </ul>
          <input type="hidden" name="existing" value={contactId} />
          <input type="hidden" name="existingKey" value={written} />
          <input type="hidden" name="version" value={version} />
          <span className="flex flex-wrap items-center gap-3">
            <SubmitButton name="intent" value="update" variant="secondary" pending={t("Updating …")}>
              {t("Update this contact")}
            </SubmitButton>
            {open}
          </span>
        </>
      )}
    </Notice>
  );
}

const STATUS_SAID = {
  unsubscribed: say("This contact is unsubscribed."),
  bounced: say("This contact is bounced."),
} as const;
