import type { BrowserContext } from "playwright-core";
import { enter } from "#tests/support/enter.ts";
import { ADMINISTRATOR } from "./product.ts";

/** Signs this person in through the form, as the administrator where nobody else is named. */
export const signIn = (context: BrowserContext, who = ADMINISTRATOR): Promise<void> => enter(context, who);
