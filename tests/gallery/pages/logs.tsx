import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";

import { InFrame } from "#tests/gallery/pages/in-frame.tsx";
export function NoLogs() {
  return (
    <InFrame>
      <PageHeader
        title="Logs"
        description="Every import: when, who, into which profile, and what became of each row."
      />
      <EmptyState
        icon="import"
        title="No import yet"
        actions={
          <>
            <ButtonLink href="/imports/new" variant="primary">
              Import Contacts
            </ButtonLink>
            <ButtonLink href="/profiles/new">New Profile</ButtonLink>
          </>
        }
      >
        Upload a file into a profile and its log appears here: what was new, what changed, and each row that was
        rejected.
      </EmptyState>
    </InFrame>
  );
}
