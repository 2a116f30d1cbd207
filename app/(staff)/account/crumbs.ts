import type { Translator } from "#components/words/translator.ts";

/** Above the pages below the own account. */
export const accountCrumbs = (t: Translator) => [{ href: "/account", label: t("Your account") }];
