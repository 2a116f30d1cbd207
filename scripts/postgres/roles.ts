/** Who owns the embedded server's database and its tables, and migrates them. */
export const OWNER = "rollbook_owner";

/** The app's role: what it may do is given to it by db/rights.ts. */
export const ROLE = "rollbook";
