import { type RefObject, useEffect } from "react";

/** Files that are dropped beside the form's own area are chosen too, and the browser does not leave the page to show them. */
export function useDropAnywhere(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      if (event.defaultPrevented) return; // the area has taken them
      event.preventDefault();
      const input = form.current?.querySelector<HTMLInputElement>("input[type=file]");
      if (!input || !event.dataTransfer?.files.length) return;
      // Else they would be chosen where pasted rows are asked for, and nobody would see them.
      if (form.current?.querySelector<HTMLInputElement>("#origin-paste")?.checked)
        form.current.querySelector<HTMLInputElement>("#origin-csv")?.click();
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    };
    window.addEventListener("dragover", allow);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", allow);
      window.removeEventListener("drop", drop);
    };
  }, [form]);
}
