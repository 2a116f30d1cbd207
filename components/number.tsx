import { formatNumber } from "#components/format.ts";

/** A number with thousands separators and figures of one width: 1234567 → 1,234,567. */
export function Num({ value }: { value: number | bigint }) {
  return <span className="tabular-nums">{formatNumber(value)}</span>;
}
