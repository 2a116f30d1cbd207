import type { FieldType } from "#lib/fields/field.ts";
import type { DemoPerson } from "./people.ts";

type Column = { name: string; type: FieldType; options?: string[]; of: keyof DemoPerson };

/** A profile of the demo; `key` is the column of its key. */
export type DemoProfile = {
  name: string;
  type: "regular" | "mobile_only";
  description: string;
  key: { name: string; of: keyof DemoPerson };
  columns: readonly Column[];
};

const NAME: Column[] = [
  { name: "First name", type: "text", of: "firstName" },
  { name: "Last name", type: "text", of: "lastName" },
  { name: "City", type: "text", of: "city" },
];
const email = { name: "Email", of: "email" } as const;

export const PROFILES = {
  newsletter: {
    name: "Newsletter",
    type: "regular",
    description: "Everybody who asked for the monthly letter.",
    key: email,
    columns: [
      ...NAME,
      { name: "Country", type: "text", of: "country" },
      { name: "Born", type: "date", of: "born" },
      { name: "Plan", type: "choice", options: ["Free", "Plus", "Pro"], of: "plan" },
      { name: "Consent", type: "yesno", of: "consent" },
    ],
  },
  customers: {
    name: "Customers",
    type: "regular",
    description: "Who bought in the shop, from its weekly export.",
    key: email,
    columns: [
      ...NAME,
      { name: "Mobile", type: "phone", of: "mobile" },
      { name: "Spent", type: "number", of: "spent" },
      { name: "Orders", type: "number", of: "orders" },
      { name: "Last order", type: "datetime", of: "lastOrder" },
    ],
  },
  sms: {
    name: "SMS alerts",
    type: "mobile_only",
    description: "Delivery messages, by mobile alone.",
    key: { name: "Mobile", of: "mobile" },
    columns: [
      { name: "First name", type: "text", of: "firstName" },
      { name: "City", type: "text", of: "city" },
      { name: "Consent", type: "yesno", of: "consent" },
    ],
  },
} as const satisfies Record<string, DemoProfile>;
export type ProfileName = keyof typeof PROFILES;

/** The Virtual profiles over them. */
export const VIRTUAL: readonly { name: string; description: string; over: ProfileName; rules: unknown }[] = [
  {
    name: "Birthday this month",
    description: "For the birthday letter.",
    over: "newsletter",
    rules: {
      all: [
        { field: "Born", op: "anniversary month" },
        { field: "status", op: "is", value: "active" },
      ],
    },
  },
  {
    name: "Readers in Chile who pay",
    description: "",
    over: "newsletter",
    rules: {
      all: [
        { field: "Country", op: "is", value: "Chile" },
        { field: "Plan", op: "one of", value: ["Plus", "Pro"] },
      ],
    },
  },
  {
    name: "Best customers",
    description: "More than 500 spent, or ten orders.",
    over: "customers",
    rules: {
      any: [
        { field: "Spent", op: ">", value: 500 },
        { field: "Orders", op: ">=", value: 10 },
      ],
    },
  },
  {
    name: "Not seen for half a year",
    description: "To win back.",
    over: "customers",
    rules: { all: [{ field: "Last order", op: "more than days ago", value: 180 }] },
  },
  {
    name: "SMS in Santiago",
    description: "",
    over: "sms",
    rules: { all: [{ field: "City", op: "is", value: "Santiago" }] },
  },
];
