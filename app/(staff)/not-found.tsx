import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";

/** Of a page that says so itself (`orNotFound`): within the frame. */
export default function NotFound() {
  return (
    <EmptyState
      icon="search"
      title="There is nothing here"
      actions={<ButtonLink href="/profiles">Open the profiles</ButtonLink>}
    >
      What this address led to was deleted, or the address is mistyped.
    </EmptyState>
  );
}
