import { expect, it } from "vitest";
import { uploadForm } from "#lib/imports/input.ts";
import { readUploadForm } from "./read-form.ts";

/* F4: forms that no page of ours sends. Each is refused in words, or its parts are taken as the text that they are. */

const FILE = "email\nana@example.com\n";

function sent(form: FormData): Request {
  return new Request("http://127.0.0.1/imports/upload", { method: "POST", body: form });
}

function formOf(fields: [name: string, value: string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const fileNamed = (name: string) => new File([FILE], name, { type: "text/csv" });

/** The form, read to its end. */
async function read(request: Request) {
  const { fields, file } = await readUploadForm(request);
  const pieces: Uint8Array[] = [];
  if (file) for await (const piece of file.bytes) pieces.push(piece);
  return { fields, name: file?.name ?? null, text: Buffer.concat(pieces).toString() };
}

it("F4: a form of a page is read, its fields and its file", async () => {
  const form = formOf([
    ["action", "append"],
    ["file", fileNamed("people.csv")],
  ]);
  expect(await read(sent(form))).toEqual({ fields: { action: "append" }, name: "people.csv", text: FILE });
});

it("F4: a field of 1 MB is taken whole", async () => {
  const pasted = "a".repeat(1024 ** 2);
  expect((await read(sent(formOf([["pasted", pasted]])))).fields.pasted).toBe(pasted);
});

const many = Array.from({ length: 10_000 }, (_, n): [string, string] => [`field${n}`, "x"]);

it.each<[string, [string, string | File][], string]>([
  ["10,000 parts", many, "too_many_parts"],
  ["10,000 parts after the file", [["file", fileNamed("a.csv")], ...many], "too_many_parts"],
  [
    "two files",
    [
      ["file", fileNamed("a.csv")],
      ["file", fileNamed("b.csv")],
    ],
    "two_files",
  ],
  ["17 MB pasted", [["pasted", "a".repeat(17 * 1024 ** 2)]], "too_much_pasted"],
])("F4: %s are refused", async (_, fields, code) => {
  await expect(read(sent(formOf(fields)))).rejects.toMatchObject({ code });
});

it.each(["multipart/form-data", "multipart/form-data; boundary=", "application/x-www-form-urlencoded", "text/csv", ""])(
  "F4: a form without a boundary is refused: %j",
  async (type) => {
    const request = new Request("http://127.0.0.1/", {
      method: "POST",
      body: "a=1",
      headers: { "content-type": type },
    });
    await expect(read(request)).rejects.toMatchObject({ kind: "malformed", code: "not_multipart" });
  },
);

it("F4: a form that ends before its boundary is a broken upload, not a short file", async () => {
  const whole = sent(formOf([["file", fileNamed("a.csv")]]));
  const bytes = new Uint8Array(await whole.clone().arrayBuffer());
  const headers = { "content-type": whole.headers.get("content-type") ?? "" };
  const cut = new Request(whole.url, { method: "POST", headers, body: bytes.slice(0, -20) });
  await expect(read(cut)).rejects.toThrow("The form ended before its end.");
});

it.each([
  ["one that leads out", "../../etc/passwd"],
  ["one that leads out on Windows", "..\\..\\boot.ini"],
  ["5 kB", `${"n".repeat(5 * 1024)}.csv`],
  ["right to left", "people\u202evsc.exe"],
])("F4: a file's name is a text of at most 255 characters: %s", async (_, given) => {
  const { name, text } = await read(sent(formOf([["file", fileNamed(given)]])));
  expect(text).toBe(FILE);
  const taken = uploadForm.safeParse({ profile: "1", action: "append", origin: "csv", fileName: name });
  expect(taken.error?.issues ?? []).toEqual([]);
  expect(taken.data?.fileName.length).toBeLessThanOrEqual(255);
  expect(taken.data?.fileName).not.toMatch(/[/\\]|[\u202a-\u202e]/);
});
