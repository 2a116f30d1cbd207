/** Lower case without accents: *Sí*, *SI* and *si* are one. For comparing words, never for keeping them. */
export function fold(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
