import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { FollowLinks } from "#components/follow-links.tsx";
import { IconSprite } from "#components/icon-sprite.tsx";
import { WordsProvider } from "#components/words/client.tsx";
import { clientDictionary } from "#components/words/dictionary.ts";
import { currentLanguage, getWords } from "#components/words/server.ts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords();
  return {
    title: { template: "%s · Rollbook", default: "Rollbook" },
    description: t("Contacts, profiles and imports that are reviewed before and undone after."),
    icons: { icon: { url: "/favicon.svg", type: "image/svg+xml" } },
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
};

/** Stands behind all of the page but what streams in later. */
const FRAME_END = "frame-end";

export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = await currentLanguage();
  return (
    <html lang={language.locale}>
      <body>
        <IconSprite />
        <WordsProvider language={language} dictionary={clientDictionary(language.locale)}>
          {children}
        </WordsProvider>
        <FollowLinks />
        {/* A browser draws what has come so far, and what stands in it would move: it waits for the frame to be whole. */}
        <link rel="expect" href={`#${FRAME_END}`} blocking="render" />
        <span id={FRAME_END} hidden />
      </body>
    </html>
  );
}
