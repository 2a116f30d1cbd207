import { useWords } from "#components/words.ts";

/** A number with thousands separators and figures of one width: 1234567 → 1,234,567. */
export function Num({ value }: { value: number | bigint }) {
  return <span className="tabular-nums">{useWords().number(value)}</span>;
}
