import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { check, importFile, makeProfile, membersOf } from "../import-for-tests.ts";
import { type Outcome, outcomeOf, type Wish } from "./outcome-for-tests.ts";

const ANA = { "ana@example.com": [null] };

describe("C. what columns are called", () => {
  test.each<[string, string, string, Partial<Outcome>, Wish?]>([
    [
      "C1",
      "names that mean something to JavaScript",
      "__proto__,constructor,toString,email\n1,2,3,ana@example.com\n",
      { members: ANA, notices: ["left_out"] },
    ],
    ["C2", "two columns of one name", "email,email\nana@example.com,b@example.com\n", { refused: "duplicate_header" }],
    ...[" E-Mail ", "CORREO ELECTRÓNICO", "Email Address", "E-mail 1 - Value", "E-mail Address", "Correo"].map(
      (name) =>
        ["C3", `the email as “${name}”`, `${name}\nana@example.com\n`, { members: ANA }] as [
          string,
          string,
          string,
          Partial<Outcome>,
        ],
    ),
    [
      "C4",
      "a column without a name is left out, by its number",
      "email,\nana@example.com,data\n",
      { members: ANA, notices: ["left_out"] },
    ],
    ["C7", "a name of 100 kB", `email,${"x".repeat(100_000)}\nana@example.com,1\n`, { refused: "header_too_long" }],
  ])("%s: %s", async (_id, _what, file, expected, wish) => {
    expect(await outcomeOf(file, wish)).toMatchObject(expected);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each([
    ["C5", "<img src=x onerror=alert(1)>"],
    ["C6", "=HYPERLINK(1)"],
    ["C6", "x'; drop table contacts;--"],
  ])("%s: %s is a name like any other, also of a field", async (_id, name) => {
    const file = `email,"${name}"\nana@example.com,1\nbea@example.com,2\n`;
    expect(await outcomeOf(file, { fields: [{ name }] })).toMatchObject({
      members: { "ana@example.com": ["1"], "bea@example.com": ["2"] },
    });
  });

  test("C4: the log calls a column without a name by its number", async () => {
    const { options, mapping } = await check(await makeProfile(), "email,\nana@example.com,data\n");
    expect(options.notices).toEqual([{ code: "left_out", value: "column 2" }]);
    expect(mapping?.[1]).toEqual({ column: "column 2", target: null });
  });

  test("C8: columns called like the product's own reach nothing but fields of that name", async () => {
    const profile = await makeProfile([{ name: "id" }, { name: "role" }]);
    const header = "email,id,role,created_at,import_id,profile_id";
    await importFile(profile, `${header}\nc8@example.com,7,administrator,1999-01-01,99,99\n`);
    expect(await membersOf(profile)).toEqual({ "c8@example.com": { status: "0", id: "7", role: "administrator" } });
    const { rows } = await db.execute(sql`
      select id <> 7 as "ownId", created_at > now() - interval '1 hour' as fresh from contacts where key = 'c8@example.com'`);
    expect(rows).toEqual([{ ownId: true, fresh: true }]);
  });
});

const EXPORTS: [string, string][] = [
  [
    "Outlook",
    "Title,First Name,Middle Name,Last Name,Suffix,Given Name Yomi,Family Name Yomi,Home Street,Home City,Home State," +
      "Home Postal Code,Home Country,Company,Department,Job Title,Office Location,Assistant's Name,Business Street," +
      "Business City,Business State,Business Postal Code,Business Country,Other Street,Other City,Other State," +
      "Other Postal Code,Other Country,Assistant's Phone,Business Fax,Business Phone,Business Phone 2,Callback,Car Phone," +
      "Company Main Phone,Home Fax,Home Phone,Home Phone 2,ISDN,Mobile Phone,Other Fax,Other Phone,Pager,Primary Phone," +
      "Radio Phone,TTY/TDD Phone,Telex,Anniversary,Birthday,E-mail Address,E-mail Type,E-mail 2 Address,E-mail 2 Type," +
      "E-mail 3 Address,E-mail 3 Type,Notes,Spouse,Web Page",
  ],
  [
    "Google",
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix," +
      "Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels," +
      "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value",
  ],
  [
    "HubSpot",
    "Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Associated Company,Country/Region,Contact owner",
  ],
  [
    "Mailchimp",
    "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF," +
      "DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS",
  ],
  ["Brevo", "Email,First name,Surname,Phone number,Country,Tags,Date registered"],
];

/** What such an export holds in a column; whatever nobody asks for is full of things that would fit no field. */
const SAMPLES: [RegExp, string][] = [
  [/^e-?mail( address| 1 - value)?$/i, "ana@example.com"],
  [/^(given|first) name$/i, "Ana"],
  [/^(last name|surname)$/i, "Paz"],
  [/birthday/i, "--03-07"],
  [/e-?mail 2 address|phone 1 - value/i, "one ::: two"],
  [/tags/i, '"""VIP"",""Blog"""'],
  [/notes/i, '"two\nlines; and, more"'],
];
const sampleOf = (name: string) => SAMPLES.find(([names]) => names.test(name))?.[1] ?? "0000-00-00 x";

test.each(EXPORTS)(
  "C9: an export of %s goes in without a hand on it, and what is left out is told",
  async (_, header) => {
    const row = header.split(",").map(sampleOf);
    const fields = [{ name: "Nombre" }, { name: "Apellido" }];
    expect(await outcomeOf(`${header}\n${row.join(",")}\n`, { fields })).toEqual({
      members: { "ana@example.com": ["Ana", "Paz"] },
      lines: [],
      notices: ["left_out"],
      blank: 0,
    });
  },
);

test("C9: a birthday without its year, as Google writes it, is no date: the log says so", async () => {
  const file = "E-mail 1 - Value,Birthday\nana@example.com,--03-07\nbea@example.com,2001-03-07\n";
  expect(await outcomeOf(file, { fields: [{ name: "Birthday", type: "date" }] })).toMatchObject({
    members: { "bea@example.com": ["2001-03-07"] },
    lines: ["2 rejected date Birthday"],
  });
});

test("C9: Mailchimp's file of those who unsubscribed unsubscribes them here", async () => {
  const profile = await makeProfile();
  await importFile(profile, "email\nc9@example.com\n");
  const header =
    "Email Address,First Name,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER";
  const row = 'c9@example.com,Ana,2025-01-02 03:04:05,"May, news",abc,NORMAL,';
  const done = await importFile(profile, `${header}\n${row}\n`, { action: "unsubscribe" });
  expect(done).toMatchObject({ state: "done", updated: 1, rejected: 0 });
  expect(await membersOf(profile)).toEqual({ "c9@example.com": { status: "1" } });
});
