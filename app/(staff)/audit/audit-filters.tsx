import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import { useWords } from "#components/words.ts";
import type { AuditGroup } from "#lib/audit/events.ts";
import { say } from "#lib/text/words.ts";
import type { AuditAddress } from "./audit-address.ts";

const GROUP_NAMES: Record<AuditGroup, string> = {
  "sign-in": say("Sign-ins and denials"),
  staff: say("Staff"),
  keys: say("Keys and settings"),
  contacts: say("Contacts and imports"),
  profiles: say("Profiles and fields"),
};

export function AuditFilters({
  address,
  people,
}: {
  address: AuditAddress;
  people: readonly { id: number; name: string }[];
}) {
  const t = useWords();
  return (
    <Toolbar key={JSON.stringify(address)} label={t("Audit trail")} action="/audit" submit={t("Filter")}>
      <Select name="group" aria-label={t("Kind")} width="auto" defaultValue={address.group}>
        <option value="">{t("Everything")}</option>
        {Object.entries(GROUP_NAMES).map(([group, words]) => (
          <option key={group} value={group}>
            {t(words)}
          </option>
        ))}
      </Select>
      <Select name="staff" aria-label={t("By")} width="auto" defaultValue={address.staff || ""}>
        <option value="">{t("By anybody")}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Day name="from" label={t("From")} value={address.from} />
      <Day name="to" label={t("To")} value={address.to} />
    </Toolbar>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-muted text-sm">
      <label htmlFor={name}>{label}</label>
      <Input id={name} type="date" name={name} width="medium" defaultValue={value} />
    </span>
  );
}
