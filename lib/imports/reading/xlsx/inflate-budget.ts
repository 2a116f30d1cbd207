import { UnreadableFile } from "../file-fault.ts";
import type { XlsxLimits } from "./xlsx-limits.ts";

/** Counts what the parts of one workbook really unpack to, and ends the reading with `zip_bomb` once it is too much. */
export class InflateBudget {
  readonly #limits: XlsxLimits;
  #spent = 0;

  constructor(limits: XlsxLimits) {
    this.#limits = limits;
  }

  /** `inflated` and `packed` are the part's own figures so far, `bytes` what came just now. */
  spend(bytes: number, inflated: number, packed: number): void {
    this.#spent += bytes;
    const { maxInflatedBytes, maxRatio } = this.#limits;
    if (this.#spent > maxInflatedBytes) throw new UnreadableFile({ code: "zip_bomb", limit: maxInflatedBytes });
    if (inflated > FREE_BYTES + packed * maxRatio) throw new UnreadableFile({ code: "zip_bomb", limit: maxRatio });
  }
}

/** A small part may be as repetitive as it likes: this much costs nothing. */
const FREE_BYTES = 1024 * 1024;
