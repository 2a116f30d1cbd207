import { entriesOf, type FormEntries, KEPT } from "#components/form-entries.ts";

/**
 * Brings back what was filled into the form at this place in the history, and keeps what is filled in from now on; `first`
 * is what began it. Answers how to end that. A form with `data-of` brings back only what was filled in over the same: what
 * is newer stays.
 */
export function keepForm(
  form: HTMLFormElement,
  saves: string | undefined,
  restore: (entries: FormEntries) => boolean,
  first?: Event,
): () => void {
  const { pathname } = location;
  const id = String(history.state?.[KEPT] ?? Math.random());
  const person = form.closest<HTMLElement>("[data-person]")?.dataset.person;
  const key = () => [KEPT, person, id, form.dataset.of].join(" ");
  let isSaving = false;
  let isBack = true;

  const keep = ({ type }: Pick<Event, "type">) => {
    if (!isBack) return;
    // What came back with something to put right was not saved.
    if (type === "input" || form.querySelector("[role=alert]")) isSaving = false;
    // Next forgets the id whenever an action answers.
    if (history.state?.[KEPT] !== id) history.replaceState({ ...history.state, [KEPT]: id }, "");
    try {
      sessionStorage.setItem(key(), JSON.stringify(entriesOf(new FormData(form))));
    } catch {
      // No room, or none allowed: then the form is as safe as any other.
    }
  };
  const submit = ({ submitter }: SubmitEvent) => {
    isSaving = saves === undefined || (submitter as HTMLButtonElement | null)?.value === saves;
  };

  const before = sessionStorage.getItem(key());
  if (before) {
    const entries = JSON.parse(before) as FormEntries;
    if (restore(entries)) {
      isBack = false;
      // When its rows are drawn.
      setTimeout(() => {
        fillIn(form, entries);
        isBack = true;
        keep({ type: "drawn" });
      });
    }
  }
  if (first) first.type === "submit" ? submit(first as SubmitEvent) : keep(first);
  form.addEventListener("input", keep);
  form.addEventListener("drawn", keep);
  form.addEventListener("submit", submit);
  return () => {
    form.removeEventListener("input", keep);
    form.removeEventListener("drawn", keep);
    form.removeEventListener("submit", submit);
    if (isSaving && (location.pathname !== pathname || !form.isConnected)) sessionStorage.removeItem(key());
  };
}

/** Sets the controls that people see as they were; one that the entries do not know stays as it is. */
function fillIn(form: HTMLFormElement, entries: FormEntries): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
      control.checked = listOf(entries[control.name]).includes(control.value);
    } else if (isText(control)) {
      const [value] = listOf(entries[control.name]);
      if (value !== undefined && control.value !== value) control.value = value;
    }
  }
}

const listOf = (values: string | string[] | undefined): string[] => [values ?? []].flat();

const isText = (control: Element): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  (control instanceof HTMLInputElement && !/^(hidden|file|password|submit)$/.test(control.type)) ||
  control instanceof HTMLTextAreaElement ||
  control instanceof HTMLSelectElement;
