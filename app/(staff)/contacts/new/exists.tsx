import { Notice } from "#components/notice.tsx";
import { SubmitButton } from "#components/submit-button.tsx";
import { TextLink } from "#components/text-link.tsx";
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
  const open = <TextLink href={`/contacts/${contactId}`}>Open the contact</TextLink>;
  return (
    <Notice tone="warn" title={`${key} is in ${profileName} already`} live>
      <p>
        {status !== "active" && `This contact is ${status}. `}
        {changes.length === 0
          ? "What you filled in is there already, so there is nothing to update. "
          : "Nothing was changed yet. Updating it with what you filled in would change: "}
        {changes.length === 0 && open}
      </p>
      {changes.length > 0 && (
        <>
          <ul className="my-2 flex list-disc flex-col gap-0.5 pl-5">
            {changes.map(({ name, before, after }) => (
              <li key={name}>
                {name}: {before || "empty"} → {after}
              </li>
            ))}
          </ul>
          <input type="hidden" name="existing" value={contactId} />
          <input type="hidden" name="existingKey" value={written} />
          <input type="hidden" name="version" value={version} />
          <span className="flex flex-wrap items-center gap-3">
            <SubmitButton name="intent" value="update" variant="secondary" pending="Updating …">
              Update this contact
            </SubmitButton>
            {open}
          </span>
        </>
      )}
    </Notice>
  );
}
