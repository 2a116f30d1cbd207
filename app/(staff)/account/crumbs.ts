/** Above the pages below the own account. */
export const ACCOUNT_CRUMBS = [{ href: "/account", label: "Your account" }] as const;
