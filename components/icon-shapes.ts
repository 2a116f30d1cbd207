/*
 * The product's own icons, drawn on a grid of 20 with a stroke of 1.5: see icon-sprite.tsx, which stands in each page
 * once, and icons.tsx, which draws one of them.
 */

export const ICON_SHAPES = {
  // The seven sections
  "profile-new": "M4 3.5h9.5v5M4 3.5v13h5.5M7 7.5h3.5M7 10.5h2M14.5 11.5v6M11.5 14.5h6",
  profiles: "M3 5.5h14v11H3zM5.5 5.5v-2.5h9v2.5M6 9.5h8M6 12.5h5",
  "profile-virtual": "M3 4h14l-5.5 6.5v5.5l-3-1.5v-4zM14 13.5h3.5M14 16.5h3.5",
  "contact-new": "M8 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2.5 16.5c.5-3 2.5-4.5 5.5-4.5 1 0 1.9.2 2.6.5M14.5 11v6M11.5 14h6",
  contacts:
    "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2 16.5c.5-3 2.5-4.5 5.5-4.5s5 1.5 5.5 4.5M12.5 3.8a3 3 0 0 1 0 5.5M14.5 12.2c2 .6 3.2 2 3.5 4.3",
  import: "M10 3v9M6.5 8.8 10 12.3l3.5-3.5M3 12.5v4h14v-4",
  logs: "M4 3h12v14H4zM7 7h6M7 10h6M7 13h3.5",
  // Actions
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  search: "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12M13.5 13.5 17 17",
  filter: "M3 5h14M5.5 10h9M8 15h4",
  edit: "M4 16l.7-3.5L13.5 3.7l2.8 2.8L7.5 15.3zM11.5 5.7l2.8 2.8",
  trash: "M3.5 5.5h13M8 5.5V3h4v2.5M5.5 5.5l.7 11.5h7.6l.7-11.5M8.5 8.5v5.5M11.5 8.5v5.5",
  copy: "M7 7h9.5v9.5H7zM4 13H3.5V3.5H13V4",
  key: "M6.5 16a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M9 10l7-7M13 6l2.5 2.5",
  undo: "M7.5 4 4 7.5 7.5 11M4 7.5h8a4.25 4.25 0 0 1 0 8.5H8",
  download: "M10 3v9.5M6.5 9.3 10 12.8l3.5-3.5M4 16.5h12",
  upload: "M10 13V3.5M6.5 6.8 10 3.3l3.5 3.5M4 16.5h12",
  archive: "M3 4h14v3.5H3zM4.5 7.5v9h11v-9M8 11h4",
  settings: "M3 6h7M14 6h3M3 14h3M10 14h7M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4M8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
  chart: "M3 16.5h14M5.5 13.5V10M10 13.5V4M14.5 13.5V7",
  "sign-out": "M8 3.5H3.5v13H8M8 10h9M13.5 6.5 17 10l-3.5 3.5",
  external: "M11.5 3.5h5v5M16 4l-7 7M14 11.5v5H3.5V6h5",
  refresh: "M16.5 10a6.5 6.5 0 1 1-2-4.7M16.5 2.5v3.5H13",
  // Things
  file: "M5 2.5h6.5L15.5 6.5v11H5zM11 3v4h4",
  user: "M10 10a3.25 3.25 0 1 0 0-6.5A3.25 3.25 0 0 0 10 10M3.5 17c.7-3 3-4.5 6.5-4.5s5.8 1.5 6.5 4.5",
  mail: "M2.5 4.5h15v11h-15zM3 5.5l7 5.5 7-5.5",
  phone: "M6 2.5h8v15H6zM9 14.8h2",
  clock: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 6.5V10l2.5 2",
  // Directions
  "chevron-down": "M5.5 8 10 12.5 14.5 8",
  "chevron-up": "M5.5 12 10 7.5l4.5 4.5",
  "chevron-left": "M12 5.5 7.5 10l4.5 4.5",
  "chevron-right": "M8 5.5 12.5 10 8 14.5",
  "arrow-up": "M10 16V4.5M5.5 9 10 4.5 14.5 9",
  "arrow-down": "M10 4v11.5M5.5 11l4.5 4.5 4.5-4.5",
  "arrow-right": "M4 10h11.5M11 5.5l4.5 4.5-4.5 4.5",
  sort: "M6.5 8 10 4.5 13.5 8M6.5 12l3.5 3.5L13.5 12",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  // Signs: each differs in outline, not in colour alone
  check: "M4.5 10.5 8.5 14.5 15.5 6",
  cross: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  "sign-good": "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M7 10.2l2.2 2.2L13 8",
  "sign-info": "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 9.5v4M10 6.5v.01",
  "sign-warn": "M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.2v.01",
  "sign-bad": "M7 3h6l4 4v6l-4 4H7l-4-4V7zM10 6.5v4M10 13.3v.01",
  "sign-busy": "M10 3a7 7 0 1 1-7 7",
  "sign-wait": "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M8.25 7.5v5M11.75 7.5v5",
  "sign-off": "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M5.2 14.8l9.6-9.6",
  "sign-bounce": "M3 5l5.5 10L16 5.5M11.5 5H16.5V10",
} as const;

export type IconName = keyof typeof ICON_SHAPES;
