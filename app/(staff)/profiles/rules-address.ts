/** Where the rules of a Virtual profile are edited. */
export const rulesAddress = (id: number): string => `/profiles/${id}/rules`;
/** Where their earlier versions are. */
export const versionsAddress = (id: number): string => `/profiles/${id}/rules/versions`;
