import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { Card } from "#components/card.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { listStaff } from "#lib/staff/queries.ts";
import { isTwoFactorRequired } from "#lib/staff/settings.ts";
import { say } from "#lib/text/words.ts";
import { DoneWords } from "../done-words.tsx";
import { SettingsForm } from "./settings-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Settings") });

export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const person = await pagePerson("settings.manage");
  const t = await getWords();
  const [required, members] = await Promise.all([isTwoFactorRequired(), listStaff(person)]);
  const without = members.filter(({ state, twoFactor }) => state === "active" && !twoFactor);
  return (
    <>
      <PageHeader title={t("Settings")} description={t("For everybody who works with this installation.")} />
      <DoneWords
        done={(await searchParams).done}
        sentences={{ saved: say("Saved. It counts from the next click on.") }}
      />
      <Card title={t("Sign-in")}>
        <SettingsForm requireTwoFactor={required} without={without.length} />
      </Card>
    </>
  );
}
