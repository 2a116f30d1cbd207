import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { keyById } from "#lib/staff/manage-keys.ts";
import { idOf } from "#lib/text/id-of.ts";
import { ConfirmForm } from "../../../profiles/confirm-form.tsx";
import { sendRevoke } from "../../actions.ts";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Revoke a key") });

export default async function RevokePage({ params }: PageProps<"/keys/[id]/revoke">) {
  const person = await pagePerson("keys.manage");
  const t = await getWords();
  const { id, name } = await orNotFound(keyById(person, idOf((await params).id)));
  return (
    <>
      <PageHeader title={t("Revoke {name}", { name })} crumbs={[{ href: "/keys", label: t("API keys") }]} />
      <ConfirmForm
        action={sendRevoke}
        fields={{ key: id }}
        title={t("Revoke {name}?", { name })}
        consequences={[
          t("From the next request on it opens nothing, and the program that uses it stops working with Rollbook."),
          t("It cannot be brought back. You can make another one."),
        ]}
        submit={t("Revoke the key")}
        pending={t("Revoking …")}
        cancelHref="/keys"
      />
    </>
  );
}
