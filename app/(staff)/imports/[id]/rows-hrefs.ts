import type { Import } from "#lib/imports/import.ts";

/** From a count to the rows behind it, for as long as they are kept. */
export const rowsHrefs = ({ id, forgottenAt }: Import) =>
  forgottenAt === null
    ? { rejected: `/imports/${id}/rows?outcome=rejected`, duplicate: `/imports/${id}/rows?outcome=duplicate` }
    : {};
