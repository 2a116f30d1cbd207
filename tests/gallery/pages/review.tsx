import { ImportStateBadge } from "#components/badge.tsx";
import { Card } from "#components/card.tsx";
import { Confirm } from "#components/confirm.tsx";
import { CountsBar } from "#components/counts-bar.tsx";
import { Disclosure } from "#components/disclosure.tsx";
import { ErrorSummary } from "#components/error-summary.tsx";
import { Field } from "#components/field.tsx";
import { FileDrop } from "#components/file-drop.tsx";
import { FormStack } from "#components/form.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Steps } from "#components/steps.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { Textarea } from "#components/textarea.tsx";

import { InFrame } from "#tests/gallery/pages/in-frame.tsx";
export function Review() {
  const counts = { new: 803112, updated: 240101, unchanged: 160000, duplicate: 787, rejected: 332 };
  return (
    <InFrame>
      <PageHeader
        title="Review the import"
        crumbs={[{ href: "/logs", label: "Logs" }]}
        badge={<ImportStateBadge state="ready" />}
      />
      <Steps label="The import's steps" steps={["Upload", "Columns", "Review", "Apply"]} current={2} />
      <ErrorSummary
        errors={[
          { path: "confirmation", message: "The name that was typed is not “Newsletter”." },
          { message: "The profile changed since: look again." },
        ]}
      />
      <Card title="What will happen" description="Nothing is in the profile yet.">
        <CountsBar counts={counts} hrefs={{ rejected: "/rejected", updated: "/updated" }} />
      </Card>
      <CountsBar bare counts={{ new: 0, updated: 0, unchanged: 0, duplicate: 0, rejected: 0 }} />
      <Disclosure summary="City: values that change" aside="1,204 contacts">
        <Table caption="City: values that change" bare stack>
          <THead>
            <Th>Contact</Th>
            <Th>Now</Th>
            <Th>After</Th>
          </THead>
          <tbody>
            <Tr>
              <Td head>a@example.com</Td>
              <Td wrap label="Now">
                Bogota
              </Td>
              <Td wrap label="After">
                Bogotá
              </Td>
            </Tr>
          </tbody>
        </Table>
      </Disclosure>
      <form>
        <Confirm
          title="Overwrite Newsletter?"
          consequences={[
            "1,043,213 contacts will be in the profile: exactly those of the file.",
            "374,112 contacts leave it. They stay in the repository with their status.",
            "Until the next import, or for 30 days, you can undo this.",
          ]}
          submit="Overwrite Newsletter"
          cancelHref="/logs"
          typeName="Newsletter"
          error="“newslet” is not the name of the profile."
        />
      </form>
      <form>
        <FormStack>
          <Field name="file" label="File" required hint="CSV, TSV or Excel. Up to 2 GB.">
            {(control) => <FileDrop accept=".csv,.xlsx" invitation="or drop a CSV or Excel file here" {...control} />}
          </Field>
          <Field name="pasted" label="Rows" error="Paste at least one row.">
            {(control) => <Textarea mono {...control} />}
          </Field>
        </FormStack>
      </form>
    </InFrame>
  );
}
