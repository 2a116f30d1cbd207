/** A text area's lines → options, without the empty ones. */
export function optionsFromLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
}
