/** Numbers from 0 to 1 by chance, always the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of them, the earlier the more often where `weights` say so. */
export function pick<Item>(random: () => number, items: readonly Item[], weights?: readonly number[]): Item {
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? items.length;
  let place = random() * total;
  const at = items.findIndex((_, index) => {
    place -= weights?.[index] ?? 1;
    return place < 0;
  });
  return items[Math.max(0, at)] as Item;
}
