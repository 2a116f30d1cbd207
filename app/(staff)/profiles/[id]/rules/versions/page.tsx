import type { Metadata } from "next";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Badge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { When } from "#components/date-time.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { formatNumber } from "#components/format.ts";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { type ComparedVersion, comparedVersions } from "#lib/virtual/compared-versions.ts";
import { rulesAddress, versionsAddress } from "../../../rules-address.ts";
import { SubPageHeader } from "../../../sub-page.tsx";
import { virtualProfile } from "../virtual-profile.ts";

export const metadata: Metadata = { title: "Versions of the rules" };

export default async function VersionsPage({ params }: PageProps<"/profiles/[id]/rules/versions">) {
  const { person, profile } = await virtualProfile(params);
  const versions = await comparedVersions(person, profile);
  return (
    <>
      <SubPageHeader
        profile={profile}
        title="Versions of the rules"
        description="What the rules were before, and what each of them would change today against the present ones."
        crumbs={[{ href: rulesAddress(profile.id), label: "Rules" }]}
      />
      {versions.length === 0 ? (
        <EmptyState
          icon="clock"
          title="No versions yet"
          actions={<ButtonLink href={rulesAddress(profile.id)}>Edit the rules</ButtonLink>}
        >
          Each time the rules are saved, the earlier ones are kept here.
        </EmptyState>
      ) : (
        <Table caption="Versions of the rules" stack>
          <THead>
            <Th>Saved</Th>
            <Th>By</Th>
            <Th>Rules</Th>
            <Th>Today</Th>
            <Th hideLabel>Actions</Th>
          </THead>
          <tbody>
            {versions.map((version, at) => (
              <Tr key={version.id}>
                <Td head>
                  <When value={version.createdAt} timeZone={environmentTimeZone()} />
                </Td>
                <Td label="By">{version.by ?? "A program"}</Td>
                <Td label="Rules" wrap>
                  {version.words}
                </Td>
                <Td label="Today">{at === 0 ? <Badge tone="good">Present</Badge> : <Today version={version} />}</Td>
                <Td>
                  {at > 0 && version.wrong === null && (
                    <ButtonLink href={`${versionsAddress(profile.id)}/${version.id}`} size="sm">
                      Compare and bring back
                    </ButtonLink>
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}

function Today({ version: { change, wrong } }: { version: ComparedVersion }) {
  if (change === null) return <span className="text-muted">{wrong ?? "Not compared"}</span>;
  if (change.gained === 0 && change.lost === 0) return <span className="text-muted">the same contacts</span>;
  return (
    <span className="tabular-nums">
      +{formatNumber(change.gained)} / −{formatNumber(change.lost)}
    </span>
  );
}
