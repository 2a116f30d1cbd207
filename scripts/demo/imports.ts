import type { ImportAction, ImportOrigin } from "#lib/imports/import.ts";
import type { ProfileName } from "./profiles.ts";

/** One import of the demo, by whom of the staff, and what becomes of it. */
export type DemoImport = {
  into: ProfileName;
  daysAgo: number;
  fileName: string;
  reference: string;
  action: ImportAction;
  origin: ImportOrigin;
  /** The people in the file, by their numbers: from, and to before. */
  people: readonly [from: number, to: number];
  by: 0 | 1;
  end: "done" | "undone" | "ready" | "interrupted";
};

/** Numbers below this are known by their email, those from it on by their mobile; in all as many as are promised. */
export const EMAILS = 85_000;
export const PEOPLE = 100_000;
/** So many of those with an email are added by hand. */
export const BY_HAND = 12;

/** In the order of time. Together they bring everybody there is, but for those who are added by hand. */
export const IMPORTS: readonly DemoImport[] = [
  {
    into: "newsletter",
    daysAgo: 183,
    fileName: "old-mailing-list.csv",
    reference: "From the old system",
    action: "append",
    origin: "csv",
    people: [0, 28_000],
    by: 0,
    end: "done",
  },
  {
    into: "customers",
    daysAgo: 171,
    fileName: "shop-export.csv",
    reference: "Shop, first export",
    action: "append",
    origin: "csv",
    people: [48_000, 72_000],
    by: 0,
    end: "done",
  },
  {
    into: "newsletter",
    daysAgo: 139,
    fileName: "spring-campaign.csv",
    reference: "Spring campaign",
    action: "append",
    origin: "csv",
    people: [28_000, 45_000],
    by: 1,
    end: "done",
  },
  {
    into: "sms",
    daysAgo: 126,
    fileName: "deliveries.csv",
    reference: "Deliveries",
    action: "append",
    origin: "api",
    people: [EMAILS, 94_000],
    by: 0,
    end: "done",
  },
  {
    into: "newsletter",
    daysAgo: 92,
    fileName: "sign-ups.csv",
    reference: "Sign-ups in the shop",
    action: "append",
    origin: "api",
    people: [45_000, 54_000],
    by: 1,
    end: "done",
  },
  {
    into: "customers",
    daysAgo: 70,
    fileName: "shop-export-2.csv",
    reference: "Shop, new customers",
    action: "append-or-update",
    origin: "csv",
    people: [70_000, EMAILS - BY_HAND],
    by: 0,
    end: "done",
  },
  {
    into: "newsletter",
    daysAgo: 63,
    fileName: "unsubscribed.csv",
    reference: "Asked to be left alone",
    action: "unsubscribe",
    origin: "csv",
    people: [12_000, 13_900],
    by: 1,
    end: "done",
  },
  {
    into: "newsletter",
    daysAgo: 41,
    fileName: "fair.csv",
    reference: "Visitors of the fair",
    action: "append-or-update",
    origin: "csv",
    people: [51_500, 57_500],
    by: 1,
    end: "done",
  },
  {
    into: "sms",
    daysAgo: 34,
    fileName: "deliveries-2.csv",
    reference: "Deliveries",
    action: "append",
    origin: "api",
    people: [94_000, PEOPLE],
    by: 0,
    end: "done",
  },
  {
    into: "customers",
    daysAgo: 20,
    fileName: "wrong-file.csv",
    reference: "",
    action: "append",
    origin: "csv",
    people: [60_000, 60_800],
    by: 1,
    end: "undone",
  },
  {
    into: "newsletter",
    daysAgo: 15,
    fileName: "",
    reference: "From the sign-up sheet",
    action: "append",
    origin: "paste",
    people: [57_500, 57_800],
    by: 1,
    end: "done",
  },
  {
    into: "customers",
    daysAgo: 6,
    fileName: "shop-export-3.csv",
    reference: "",
    action: "append-or-update",
    origin: "csv",
    people: [60_000, 63_000],
    by: 0,
    end: "interrupted",
  },
  {
    into: "newsletter",
    daysAgo: 4,
    fileName: "webinar.csv",
    reference: "Webinar",
    action: "append",
    origin: "csv",
    people: [57_800, 61_800],
    by: 0,
    end: "done",
  },
  {
    into: "newsletter",
    daysAgo: 0,
    fileName: "autumn.csv",
    reference: "Autumn campaign",
    action: "append-or-update",
    origin: "csv",
    people: [61_000, 62_400],
    by: 1,
    end: "ready",
  },
];
