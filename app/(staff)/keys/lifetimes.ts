export const LIFETIMES = ["30", "90", "365", "never"] as const;
export type Lifetime = (typeof LIFETIMES)[number];

/** Null: until it is revoked. */
export const expiryOf = (lifetime: Lifetime): Date | null =>
  lifetime === "never" ? null : new Date(Date.now() + Number(lifetime) * 24 * 60 * 60 * 1000);
