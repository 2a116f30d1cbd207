/** The one moment of the gallery, and its time zone. */
export const moment = new Date("2026-11-23T14:05:09Z");
export const zone = "America/Bogota";
