import { disableStaff, enableStaff, endAllSessions, resetTwoFactor } from "#lib/staff/change-staff.ts";
import type { StaffMember } from "#lib/staff/member.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { say } from "#lib/text/words.ts";

export const DEED_NAMES = ["disable", "enable", "end-sessions", "reset-two-factor"] as const;
export type DeedName = (typeof DEED_NAMES)[number];

type Deed = {
  run: (person: Person, id: number) => Promise<void>;
  /** Whether there is anything to do. */
  fits: (member: StaffMember) => boolean;
  /** These in English, marked with `say`. */
  button: string;
  question: string;
  consequences: readonly string[];
  danger: boolean;
};

/** What administrators do with an account after one more question: each is an address below the account's. */
export const DEEDS: Record<DeedName, Deed> = {
  disable: {
    run: disableStaff,
    fits: ({ state }) => state !== "disabled",
    button: say("Disable"),
    question: say("Disable {name}?"),
    consequences: [
      say("From the next click on this person is signed out everywhere, and cannot sign in."),
      say("Links for this account are void, and its API keys open nothing."),
      say("What this person did stays in the logs. The account can be enabled again."),
    ],
    danger: true,
  },
  enable: {
    run: enableStaff,
    fits: ({ state }) => state === "disabled",
    button: say("Enable"),
    question: say("Enable {name}?"),
    consequences: [
      say("This person can sign in again with the same password, role and second factor."),
      say("API keys of this account work again, unless they were revoked or have expired."),
    ],
    danger: false,
  },
  "end-sessions": {
    run: endAllSessions,
    fits: ({ sessions }) => sessions > 0,
    button: say("End all sessions"),
    question: say("End all sessions of {name}?"),
    consequences: [say("From the next click on this person is signed out everywhere, and can sign in again.")],
    danger: false,
  },
  "reset-two-factor": {
    run: resetTwoFactor,
    fits: ({ twoFactor }) => twoFactor,
    button: say("Reset two-factor sign-in"),
    question: say("Reset two-factor sign-in of {name}?"),
    consequences: [
      say("The authenticator app and the recovery codes of this person are void."),
      say("This person is signed out everywhere, and signs in with the password alone until another app is set up."),
      say("Make sure that it is this person who asks."),
    ],
    danger: true,
  },
};
