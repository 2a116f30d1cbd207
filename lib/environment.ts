import { isSupportedCountry } from "libphonenumber-js/min";
import { z } from "zod";

/*
 * Every setting of an installation. None is needed; each is an environment variable, and an empty one counts as unset.
 */

const GIB = 1024 ** 3;

const settings = z.object({
  PORT: integer(0, 65_535, "a port from 1 to 65535, or 0 for any free one").default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATABASE_URL: url(["postgres:", "postgresql:"], "postgresql://user:password@host:port/database").optional(),
  DATABASE_OWNER_URL: url(["postgres:", "postgresql:"], "postgresql://user:password@host:port/database").optional(),
  DATA_DIR: z.string().default("./data"),
  ADMIN_EMAIL: z.email("an email address").optional(),
  ADMIN_PASSWORD: z.string().optional(),
  PUBLIC_URL: url(["http:", "https:"], "the address that people type, such as https://contacts.example.com")
    .transform((value) => new URL(value).origin)
    .optional(),
  TRUST_PROXY: z.stringbool("true or false").default(false),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, "a time zone's name, such as America/Santiago")
    .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
  DEFAULT_COUNTRY: z
    .string()
    .toUpperCase()
    .refine(isSupportedCountry, "a country's two letters, such as CL")
    .optional(),
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer, "the https address of your identity provider, as its discovery document names it")
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40, "at most 40 characters").default("your organisation"),
  METRICS_TOKEN: z.string().min(16, "at least 16 characters").optional(),
  MAX_UPLOAD_BYTES: integer(1, 1024 * GIB, "a number of bytes").default(2 * GIB),
  MAX_ROWS: integer(1, 1_000_000_000, "a number of rows").default(20_000_000),
  MAX_COLUMNS: integer(1, 1_500, "a number from 1 to 1500").default(500),
});

const schema = settings
  .refine((given) => given.DATABASE_OWNER_URL === undefined || given.DATABASE_URL !== undefined, {
    path: ["DATABASE_OWNER_URL"],
    message: "set together with DATABASE_URL only",
  })
  .refine((given) => (given.ADMIN_EMAIL === undefined) === (given.ADMIN_PASSWORD === undefined), {
    path: ["ADMIN_EMAIL"],
    message: "set together with ADMIN_PASSWORD, or neither",
  })
  .refine(
    (given) =>
      [0, 3].includes([given.OIDC_ISSUER, given.OIDC_CLIENT_ID, given.OIDC_CLIENT_SECRET].filter(Boolean).length),
    {
      path: ["OIDC_ISSUER"],
      message: "set together with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none of the three",
    },
  );

/** The names of all settings. */
export const SETTINGS: readonly string[] = settings.keyof().options;

type Given = Readonly<Record<string, string | undefined>>;

export type Environment = z.infer<typeof schema>;

/** Thrown by `readEnvironment`; its message is a sentence for each wrong variable. */
export class WrongEnvironment extends Error {}

/** Checks all settings at once. Values that may be secret are not repeated in the message. */
export function readEnvironment(source: Given): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new WrongEnvironment(result.error.issues.map((issue) => sentence(issue, given)).join("\n"));
}

let read: Environment | undefined;

/** The settings of this process, read once. */
export function environment(): Environment {
  read ??= readEnvironment(process.env);
  return read;
}

const SECRET = new Set(["DATABASE_URL", "DATABASE_OWNER_URL", "ADMIN_PASSWORD", "OIDC_CLIENT_SECRET", "METRICS_TOKEN"]);

function sentence(issue: z.core.$ZodIssue, given: Given): string {
  const name = String(issue.path[0]);
  const value = given[name];
  const shown =
    value === undefined ? "is not set" : SECRET.has(name) ? "has a value that does not fit" : `is "${value}"`;
  return `${name} ${shown}: it must be ${issue.message}.`;
}

function integer(low: number, high: number, expected: string) {
  return z
    .string()
    .regex(/^\d{1,15}$/, expected)
    .transform(Number)
    .refine((value) => value >= low && value <= high, expected);
}

function url(protocols: string[], expected: string) {
  return z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), expected);
}

/** What goes to and fro must not be read on the way; on this machine itself it is not. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "[::1]", "localhost"].includes(hostname));
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
