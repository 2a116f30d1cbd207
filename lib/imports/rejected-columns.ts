/** What stands in front of the cells in a file of rejected rows. */
const FRONT = ["line", "column", "reason"];
const AGAIN = "rejected ";

/** Names for the columns in front of `header`, none of which it has itself. */
export function frontColumns(header: readonly string[]): string[] {
  const taken = new Set(header.map((name) => name.trim()));
  return FRONT.map((name) => {
    let free = name;
    while (taken.has(free)) free = AGAIN + free;
    return free;
  });
}

/** How many columns of `header` are such ones, all or none: the file is one of rejected rows that comes again. */
export function frontWidth(header: readonly string[]): number {
  const isFront = (name: string, at: number) => header[at]?.trim().replaceAll(AGAIN, "") === name;
  return FRONT.every(isFront) ? FRONT.length : 0;
}
