import { controlStyle } from "#components/control-style.ts";
import { Icon } from "#components/icons.tsx";
import { JumpDialog } from "#components/keyboard/jump-dialog.tsx";
import { useWords } from "#components/words.ts";

/**
 * A link to the page `action` that looks like a box. With JavaScript it opens a dialog instead, which asks `hits` while
 * somebody types; so does an event `rollbook:jump`, which the shortcuts send. What is typed before the code of the hits
 * has come is not lost: the box is the form of `action`, and they read it when they are there.
 */
export function JumpBox({ action, hits }: { action: string; hits: string }) {
  const t = useWords();
  return (
    <>
      <a
        href={action}
        data-jump=""
        className="flex min-h-9 items-center gap-2 rounded-md border border-edge/60 bg-surface px-2.5 text-muted hover:border-edge hover:text-text max-lg:size-9 max-lg:justify-center max-lg:px-0"
      >
        <Icon name="search" />
        <span className="max-lg:sr-only lg:flex-1">{t("Jump to …")}</span>
        <span aria-hidden="true" className="rounded-sm border border-line px-1.5 text-2xs max-lg:hidden">
          /
        </span>
      </a>
      <JumpDialog
        hits={hits}
        label={t("Jump")}
        className="mx-auto mt-[12vh] w-[min(36rem,calc(100vw-2rem))] overflow-hidden rounded-lg border border-line bg-raised p-0 text-text shadow-raised backdrop:bg-text/25"
      >
        <form action={action} className="p-2">
          <input
            type="search"
            name="q"
            role="combobox"
            aria-label={t("Jump to …")}
            placeholder={t("Profile, import, email or mobile")}
            aria-expanded="false"
            aria-controls="jump-hits"
            autoComplete="off"
            className={`${controlStyle} min-h-10`}
          />
        </form>
      </JumpDialog>
    </>
  );
}
