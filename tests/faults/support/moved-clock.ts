/** Loaded before the product: its Date is moved by so many milliseconds. Timers go on as they are. */
const by = Number(process.env.ROLLBOOK_TEST_CLOCK ?? 0);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(RealDate.now() + by);
    else super(...(given as [number]));
  }
  static override now(): number {
    return RealDate.now() + by;
  }
} as DateConstructor;
