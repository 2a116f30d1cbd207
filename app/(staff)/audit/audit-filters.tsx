import { Input } from "#components/input.tsx";
import { Select } from "#components/select.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import type { AuditGroup } from "#lib/audit/events.ts";
import type { AuditAddress } from "./audit-address.ts";

const GROUP_NAMES: Record<AuditGroup, string> = {
  "sign-in": "Sign-ins and denials",
  staff: "Staff",
  keys: "Keys and settings",
  contacts: "Contacts and imports",
};

export function AuditFilters({
  address,
  people,
}: {
  address: AuditAddress;
  people: readonly { id: number; name: string }[];
}) {
  return (
    <Toolbar key={JSON.stringify(address)} label="Audit trail" action="/audit" submit="Filter">
      <Select name="group" aria-label="Kind" width="auto" defaultValue={address.group}>
        <option value="">Everything</option>
        {Object.entries(GROUP_NAMES).map(([group, words]) => (
          <option key={group} value={group}>
            {words}
          </option>
        ))}
      </Select>
      <Select name="staff" aria-label="By" width="auto" defaultValue={address.staff || ""}>
        <option value="">By anybody</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Day name="from" label="From" value={address.from} />
      <Day name="to" label="To" value={address.to} />
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
