import { say } from "#lib/text/words.ts";

export type Role = "administrator" | "editor" | "viewer";

export const ROLES: readonly Role[] = ["administrator", "editor", "viewer"];

export const ROLE_NAMES: Record<Role, string> = {
  administrator: say("Administrator"),
  editor: say("Editor"),
  viewer: say("Viewer"),
};
