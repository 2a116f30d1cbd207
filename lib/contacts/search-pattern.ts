/** A text to stand in a LIKE pattern and mean itself. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
