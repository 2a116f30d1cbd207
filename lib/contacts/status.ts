/** The statuses of a contact, in the words of the API and of pages; their place is what the tables hold. */
export const STATUSES = ["active", "unsubscribed", "bounced"] as const;
export type Status = (typeof STATUSES)[number];

export const statusOf = (code: number): Status => STATUSES[code] ?? "active";
export const codeOf = (status: Status): number => STATUSES.indexOf(status);
