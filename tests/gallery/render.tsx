import { PathnameContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime.js";
import { renderToStaticMarkup } from "react-dom/server";
import { pages } from "#tests/gallery/pages.tsx";

/** Each page of the gallery as a whole document without a script, with the style sheet that is given. */
export function renderGallery(css: string): { name: string; html: string }[] {
  return Object.entries(pages).map(([name, { path, page }]) => ({
    name,
    html: [
      '<!doctype html><html lang="en"><head><meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${name}</title><style>${css}</style></head><body>`,
      renderToStaticMarkup(<PathnameContext value={path}>{page}</PathnameContext>),
      "</body></html>",
    ].join(""),
  }));
}
