import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { sessionToken } from "#app/_doors/session-cookie.ts";
import { Badge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Card, CardGrid } from "#components/card.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords, useWords } from "#components/words.ts";
import { ownAccount } from "#lib/staff/own-account.ts";
import { may } from "#lib/staff/permissions.ts";
import { ROLE_NAMES } from "#lib/staff/roles.ts";
import { ownSessions } from "#lib/staff/sessions.ts";
import { ownTwoFactor, type TwoFactor } from "#lib/staff/two-factor/set-up.ts";
import { say } from "#lib/text/words.ts";
import { DoneWords } from "../done-words.tsx";
import { AccountForm } from "./account-form.tsx";
import { Sessions } from "./sessions.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Your account") });

export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const person = await pagePerson("account.own");
  const t = await getWords();
  const [account, twoFactor, sessions, { done }] = await Promise.all([
    ownAccount(person),
    ownTwoFactor(person),
    sessionToken().then((token) => ownSessions(person, token)),
    searchParams,
  ]);
  return (
    <>
      <PageHeader
        title={t("Your account")}
        badge={<Badge>{t(ROLE_NAMES[person.role])}</Badge>}
        description={
          may(person, "export")
            ? t("{email}. You may export contacts.", { email: account.email })
            : t("{email}. You may not export contacts.", { email: account.email })
        }
      />
      <DoneWords done={done} sentences={SENTENCES} />
      <CardGrid>
        <Card title={t("You")}>
          <AccountForm name={account.name} language={account.language} />
        </Card>
        <div className="flex min-w-0 flex-col gap-6">
          <Card
            title={t("Password")}
            actions={
              account.hasPassword && <ButtonLink href="/account/password">{t("Change the password")}</ButtonLink>
            }
          >
            <p>
              {account.hasPassword
                ? t("When you change it, you are signed out everywhere else.")
                : t(
                    "You have none: you sign in through your organisation. An administrator can make a link that sets one.",
                  )}
            </p>
          </Card>
          <TwoFactorCard twoFactor={twoFactor} hasPassword={account.hasPassword} />
        </div>
      </CardGrid>
      <Sessions sessions={sessions} />
    </>
  );
}

function TwoFactorCard({ twoFactor, hasPassword }: { twoFactor: TwoFactor; hasPassword: boolean }) {
  const t = useWords();
  const { state, recoveryCodes, required } = twoFactor;
  const on = state === "on";
  return (
    <Card
      title={
        <>
          {t("Two-factor sign-in")} <Badge tone={on ? "good" : "neutral"}>{on ? t("On") : t("Off")}</Badge>
        </>
      }
      actions={
        on ? (
          <>
            <ButtonLink href="/account/recovery-codes">{t("New recovery codes")}</ButtonLink>
            {!required && <ButtonLink href="/account/two-factor/off">{t("Turn off")}</ButtonLink>}
          </>
        ) : (
          hasPassword && (
            <ButtonLink href="/account/two-factor" variant="primary">
              {t("Set it up")}
            </ButtonLink>
          )
        )
      }
    >
      <p>
        {on
          ? t(
              "A code of your authenticator app is asked for after the password. Recovery codes left: {count, number}.",
              { count: recoveryCodes },
            )
          : hasPassword
            ? t(
                "After the password a code of an app on your telephone is asked for, so that a stolen password is not enough.",
              )
            : t("Your organisation asks for a second factor, or not, when you sign in through it.")}
      </p>
    </Card>
  );
}

const SENTENCES = {
  saved: say("Saved."),
  password: say("The password is changed, and you are signed out everywhere else."),
  off: say("Two-factor sign-in is off. The password alone is asked for."),
  ended: say("The session has ended."),
};
