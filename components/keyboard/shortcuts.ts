/** Where the keys after a `g` lead. */
export type Places = Readonly<Record<string, { href: string; label: string }>>;

/** The dialog that lists them. */
export const SHEET_ID = "shortcuts";

/** Under this name the browser remembers that somebody wants none. */
const OFF = "rollbook:no-shortcuts";

export const areOff = (): boolean => localStorage.getItem(OFF) !== null;

export function turn(off: boolean): void {
  if (off) localStorage.setItem(OFF, "yes");
  else localStorage.removeItem(OFF);
}

/** Whether letters are somebody's text now, or belong to a dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]")) return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
