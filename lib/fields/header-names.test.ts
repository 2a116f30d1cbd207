import { expect, it } from "vitest";
import { normaliseHeader, suggestMapping } from "#lib/fields/header-names.ts";

const EXPORTS = {
  Mailchimp:
    "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS",
  HubSpot:
    "Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Associated Company,Country/Region,Contact owner",
  Google:
    "First Name,Middle Name,Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value",
  "old Google": "Name,Given Name,Family Name,Birthday,Notes,E-mail 1 - Type,E-mail 1 - Value",
  Outlook:
    "Title,First Name,Middle Name,Last Name,Suffix,Given Name Yomi,Home Phone,Mobile Phone,Birthday,E-mail Address,E-mail Type,E-mail 2 Address,Company,Job Title,Home City,Home Country/Region,Business City,Notes,Spouse,Web Page",
  Brevo: "Email,First name,Surname,Phone number,Country,Tags,Date registered",
};

/** What each column goes to, by name; columns that go nowhere are left out. */
function mapped(header: string[], names: string[], keyKind: "email" | "mobile" = "email"): Record<string, string> {
  const fields = names.map((name, i) => ({ id: i + 10, name }));
  const suggested = suggestMapping(header, fields, keyKind).flatMap((target, i) => {
    if (target === null) return [];
    return [[header[i], target.target === "key" ? "key" : names[target.fieldId - 10]]];
  });
  return Object.fromEntries(suggested);
}

const spanish = ["Nombre", "Apellido", "Empresa", "Teléfono", "Ciudad", "País", "Fecha de nacimiento", "Notas"];

it.each([
  ["Mailchimp", "Email Address=key, First Name=Nombre, Last Name=Apellido, CC=País, NOTES=Notas"],
  [
    "HubSpot",
    "First Name=Nombre, Last Name=Apellido, Email=key, Phone Number=Teléfono, Associated Company=Empresa, Country/Region=País",
  ],
  [
    "Google",
    "First Name=Nombre, Last Name=Apellido, Organization Name=Empresa, Birthday=Fecha de nacimiento, Notes=Notas, E-mail 1 - Value=key, Phone 1 - Value=Teléfono",
  ],
  [
    "old Google",
    "Given Name=Nombre, Family Name=Apellido, Birthday=Fecha de nacimiento, Notes=Notas, E-mail 1 - Value=key",
  ],
  [
    "Outlook",
    "First Name=Nombre, Last Name=Apellido, Home Phone=Teléfono, Birthday=Fecha de nacimiento, E-mail Address=key, Company=Empresa, Home City=Ciudad, Home Country/Region=País, Notes=Notas",
  ],
  ["Brevo", "Email=key, First name=Nombre, Surname=Apellido, Phone number=Teléfono, Country=País"],
] as const)("maps an export of %s to fields in Spanish", (from, expected) => {
  const pairs = Object.entries(mapped(EXPORTS[from].split(","), spanish)).map((pair) => pair.join("="));
  expect(pairs.join(", ")).toBe(expected);
});

it.each([" E-Mail ", "CORREO ELECTRÓNICO", "Email Address", "E-mail 1 - Value", "E-mail Address", "Correo", "e_mail"])(
  "knows the email under %j",
  (name) => expect(suggestMapping([name], [], "email")).toEqual([{ target: "key" }]),
);

it("finds the mobile of a Mobile Only profile, and a phone where there is no mobile", () => {
  expect(mapped(["Teléfono", "Celular", "Email"], [], "mobile")).toEqual({ Celular: "key" });
  expect(mapped(["Phone Number", "Email"], [], "mobile")).toEqual({ "Phone Number": "key" });
});

it("gives no target twice, and the best match before the first", () => {
  expect(mapped(["E-mail Address", "EMAIL", "email"], [])).toEqual({ email: "key" });
  expect(mapped(["Nombre completo", "NOMBRE"], ["Nombre"])).toEqual({ NOMBRE: "Nombre" });
  expect(mapped(["City", "city"], ["city", "City"])).toEqual({ City: "City", city: "city" });
});

it("takes headers that mean something to programs for plain names", () => {
  const header = ["__proto__", "constructor", "toString", "id", "role", "<img src=x onerror=alert(1)>", "", "%"];
  expect(mapped(header, [])).toEqual({});
  expect(mapped(header, ["constructor", "%"])).toEqual({ constructor: "constructor", "%": "%" });
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

it("puts case, accents, spaces and punctuation aside", () => {
  expect([" País/Región ", "PAIS_REGION", "pais region"].map(normaliseHeader)).toEqual(Array(3).fill("paisregion"));
});
