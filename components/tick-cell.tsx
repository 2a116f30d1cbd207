/**
 * The checkbox at the head of a row, sent as one more value of `name`; `form` names the form when it is not around the
 * table. First cell of a Tr; its head is TickAllHead.
 */
export function TickCell({ name, value, label, form }: { name: string; value: string; label: string; form?: string }) {
  return (
    <td data-tick="" className="w-10 border-line border-b px-2 py-1">
      <label className="grid size-6 cursor-pointer place-items-center">
        <span className="sr-only">{label}</span>
        <input
          type="checkbox"
          name={name}
          value={value}
          form={form}
          data-row-tick=""
          className="size-4 cursor-[inherit]"
        />
      </label>
    </td>
  );
}
