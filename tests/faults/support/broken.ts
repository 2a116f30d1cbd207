/** A promise that was not kept. */
export class Broken extends Error {
  override readonly name = "Broken";
}
