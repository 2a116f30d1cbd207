import { SubmitButton } from "#components/submit-button.tsx";

export function RemoveButton({ id, label }: { id: number; label: string }) {
  return (
    <SubmitButton variant="quiet" size="md" icon="cross" name="intent" value={`remove-${id}`} pending="…">
      <span className="sr-only">{label}</span>
    </SubmitButton>
  );
}
