/** The bytes of the record that is being read, kept so that it can be looked at again when something is wrong with it. */
export class RecordWindow {
  #pieces: Buffer[] = [];
  /** Offset of the first byte that is kept, and of the first that is still to come. */
  #from = 0;
  #to = 0;

  get end(): number {
    return this.#to;
  }

  add(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#to += piece.length;
  }

  /** Forgets the pieces that end before `offset`. */
  forgetBefore(offset: number): void {
    while (this.#pieces[0] !== undefined && this.#from + this.#pieces[0].length <= offset) {
      this.#from += this.#pieces[0].length;
      this.#pieces.shift();
    }
  }

  /** Joins the pieces once: a thousand broken lines in the same megabyte must not copy it a thousand times. */
  bytesFrom(offset: number): Buffer {
    const kept = this.#pieces.length === 1 && this.#pieces[0] ? this.#pieces[0] : Buffer.concat(this.#pieces);
    this.#pieces = [kept];
    return kept.subarray(offset - this.#from);
  }
}
