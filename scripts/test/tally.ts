/** How many tests of a step passed, and how many did not. */
export type Tally = { passed: number; failed: number };

/** Of a step that is one test. */
export const tallyOf = (passed: boolean): Tally => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
