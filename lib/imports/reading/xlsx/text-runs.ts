import { UnreadableFile } from "../file-fault.ts";
import { MAX_TEXT } from "./xlsx-limits.ts";

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
    if (this.#joined.length > MAX_TEXT) throw new UnreadableFile({ code: "zip_bomb", limit: MAX_TEXT });
  }

  close(name: string): void {
    if (name === "t" || name === "v") this.#inText = false;
    else if (name === "rPh") this.#inPhonetic = false;
  }

  end(): string {
    return this.#joined;
  }
}
