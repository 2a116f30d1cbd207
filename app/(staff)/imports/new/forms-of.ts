import type { Translator } from "#components/words/translator.ts";

/** One upload: the form with one of its files. `key` is the same for the same file sent for the same purpose. */
export type OneUpload = { name: string; key: string; data: FormData; bytes: number };

/** One form for each file that was chosen, with everything else in front of it. */
export function formsOf(form: HTMLFormElement, t: Translator): OneUpload[] {
  const all = new FormData(form);
  const files = all.getAll("file").filter((file): file is File => file instanceof File);
  all.delete("file");
  if (all.get("origin") === "paste") return [{ name: t("the pasted rows"), key: "", data: all, bytes: 0 }];
  all.delete("pasted");
  const answers = JSON.stringify([...all]);
  return files.map((file) => {
    const data = new FormData();
    for (const [name, value] of all) data.append(name, value);
    data.append("file", file, file.name);
    const key = `${answers} ${file.name} ${file.size} ${file.lastModified}`;
    return { name: file.name || t("the file"), key, data, bytes: file.size };
  });
}
