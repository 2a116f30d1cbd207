import { say } from "#lib/text/words.ts";
/** Above the pages below the own account. */
export const ACCOUNT_CRUMBS = [{ href: "/account", label: say("Your account") }] as const;
