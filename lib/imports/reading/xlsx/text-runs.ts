import { damaged } from "./damaged.ts";

/** Joins the runs of a rich text (`t`), and leaves the phonetic signs above them (`rPh`) out. A cell's value is `v`. */
export class TextRuns {
  #joined = "";
  #inText = false;
  #inPhonetic = false;

  start(): void {
    this.#joined = "";
    this.#inText = false;
    this.#inPhonetic = false;
  }

  open(name: string): void {
    if (name === "t" || name === "v") this.#inText = true;
    else if (name === "rPh") this.#inPhonetic = true;
  }

  text(text: string): void {
    if (!this.#inText || this.#inPhonetic) return;
    this.#joined += text;
    if (this.#joined.length > MAX_CHARS) throw damaged("a workbook with a text without an end");
  }

  close(name: string): void {
    if (name === "t" || name === "v") this.#inText = false;
    else if (name === "rPh") this.#inPhonetic = false;
  }

  end(): string {
    return this.#joined;
  }
}

/** Thirty times what a cell of Excel holds: a longer one is no cell that could be rejected by itself. */
const MAX_CHARS = 1024 * 1024;
