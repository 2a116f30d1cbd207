import { PathnameContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime.js";
import { renderToStaticMarkup } from "react-dom/server";
import { IconSprite } from "#components/icon-sprite.tsx";
import { WordsProvider } from "#components/words/client.tsx";
import { compiledIn } from "#components/words/dictionary.ts";
import es from "#components/words/messages/es.json" with { type: "json" };
import { pages } from "#tests/gallery/pages.tsx";

const ENGLISH = Object.fromEntries(Object.keys(es).map((text) => [text, compiledIn("en", text)]));

/** Each page of the gallery as a whole document without a script, with the style sheet that is given. */
export function renderGallery(css: string): { name: string; html: string }[] {
  return Object.entries(pages).map(([name, { path, page }]) => ({
    name,
    html: [
      '<!doctype html><html lang="en"><head><meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${name}</title><style>${css}</style></head><body>`,
      renderToStaticMarkup(
        <WordsProvider language={{ locale: "en", tag: "en-GB" }} dictionary={ENGLISH}>
          <IconSprite />
          <PathnameContext value={path}>{page}</PathnameContext>
        </WordsProvider>,
      ),
      "</body></html>",
    ].join(""),
  }));
}
