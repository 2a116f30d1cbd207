import { Button } from "#components/button.tsx";
import { ShortcutKeys } from "#components/keyboard/shortcut-keys.tsx";
import { ShortcutSwitch } from "#components/keyboard/shortcut-switch.tsx";
import { type Places, SHEET_ID } from "#components/keyboard/shortcuts.ts";
import { MenuButton } from "#components/menu.tsx";
import { useWords } from "#components/words.ts";

/** The keys there are, in a native dialog, and what listens for them. `places`: where the keys after a `g` lead. */
export function ShortcutSheet({ places }: { places: Places }) {
  const t = useWords();
  return (
    <>
      <ShortcutKeys places={places} />
      <dialog
        id={SHEET_ID}
        aria-labelledby={`${SHEET_ID}-title`}
        className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-lg border border-line bg-raised p-5 text-text shadow-raised backdrop:bg-text/25"
      >
        <div className="flex flex-col gap-4">
          <h2 id={`${SHEET_ID}-title`} className="font-semibold text-lg">
            {t("Keyboard shortcuts")}
          </h2>
          <dl className="grid gap-x-8 gap-y-1.5 sm:grid-cols-2">
            <Shortcut keys={["/"]}>{t("Jump to a profile, contact or import")}</Shortcut>
            <Shortcut keys={["?"]}>{t("This list")}</Shortcut>
            <Shortcut keys={["Ctrl", "K"]}>{t("Jump, also while typing")}</Shortcut>
            {Object.entries(places).map(([key, { label }]) => (
              <Shortcut key={key} keys={["g", key]}>
                {t(label)}
              </Shortcut>
            ))}
          </dl>
          <ShortcutSwitch />
          <form method="dialog">
            <Button type="submit">{t("Close")}</Button>
          </form>
        </div>
      </dialog>
    </>
  );
}

function Shortcut({ keys, children }: { keys: readonly string[]; children: string }) {
  return (
    <div className="flex items-center justify-between gap-3">
      <dt className="order-last flex shrink-0 gap-1">
        {keys.map((key) => (
          <kbd key={key} className="min-w-6 rounded-sm border border-edge/60 px-1.5 text-center font-sans text-xs">
            {key}
          </kbd>
        ))}
      </dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** Opens the list from a menu, without a script. */
export function ShortcutSheetButton() {
  const t = useWords();
  return (
    <MenuButton type="button" icon="logs" {...opens}>
      {t("Keyboard shortcuts")}
    </MenuButton>
  );
}

/** An invoker command of HTML: https://developer.mozilla.org/docs/Web/API/Invoker_Commands_API */
const opens = { commandfor: SHEET_ID, command: "show-modal" };
