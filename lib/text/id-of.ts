/** The id in an address; 0, which no row has, for anything that is none. */
export const idOf = (text: string): number => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0);
