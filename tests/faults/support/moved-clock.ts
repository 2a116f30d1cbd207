/** Loaded before the product: its Date is moved by so many milliseconds. Timers go on as they are. */
const by = Number(process.env.ROLLBOOK_TEST_CLOCK ?? 0);
const rightNow = Date.now;

Date.now = () => rightNow() + by;
// The same object but for `new Date()`: others copy what it has.
globalThis.Date = new Proxy(Date, {
  construct: (target, given, self) => Reflect.construct(target, given.length === 0 ? [target.now()] : given, self),
});
