import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";

/** The columns of the generated file, and the types of the profile's fields. The key comes first. */
export const COLUMNS = [
  { name: "Email", type: "key" },
  { name: "First name", type: "text" },
  { name: "Last name", type: "text" },
  { name: "City", type: "text" },
  { name: "Country", type: "text" },
  { name: "Plan", type: "choice", options: ["Free", "Team", "Enterprise"] },
  { name: "Birthday", type: "date" },
  { name: "Spent", type: "number" },
  { name: "Orders", type: "number" },
  { name: "Subscribed", type: "yesno" },
  { name: "Phone", type: "phone" },
  { name: "Website", type: "url" },
] as const;

const FIRST = ["Ana", "José", "María", "Luis", "Sofía", "Carlos", "Lucía", "Pedro", "Elena", "Ñuño"];
const LAST = ["Pérez", "García", "Núñez", "Rojas", "Soto", "Díaz", "López", "Muñoz", "Vega", "Ibáñez"];
const CITIES = ["Lima", "Santiago", "Bogotá", "Quito", "Ciudad de México", "São Paulo", "Buenos Aires"];
const PLANS = ["Free", "Team", "Enterprise"];

/** Writes `rows` believable people as CSV, always the same for the same `salt`, in no order of their addresses. Answers the bytes. */
export async function writeContactsFile(path: string, rows: number, salt = 0): Promise<number> {
  const file = createWriteStream(path);
  file.write(`${COLUMNS.map((column) => column.name).join(",")}\n`);
  let text = "";
  let state = 12_345;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  for (let row = 0; row < rows; row++) {
    text += line(row, random(), random(), salt);
    if (text.length > 1024 * 1024) {
      if (!file.write(text)) await once(file, "drain");
      text = "";
    }
  }
  file.end(text);
  await finished(file);
  return file.bytesWritten;
}

function line(row: number, place: number, spent: number, salt: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const at = (row + salt) % 1000;
  return [
    `${Math.floor(place * 1e9).toString(36)}.${row.toString(36)}@example${row % 50}.com`,
    FIRST[row % 10],
    LAST[Math.floor(row / 10) % 10],
    `"${CITIES[(row + salt) % 7]}"`,
    "CL",
    PLANS[(row + salt) % 3],
    `${1950 + (row % 55)}-${two(1 + (row % 12))}-${two(1 + (row % 28))}`,
    (spent * 1000 + salt).toFixed(2),
    row % 40,
    row % 2 ? "yes" : "no",
    `+569${String(10_000_000 + ((row * 7919) % 89_999_999)).padStart(8, "0")}`,
    `https://shop${at}.example.com\n`,
  ].join(",");
}
