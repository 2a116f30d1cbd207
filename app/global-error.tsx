"use client";

import { useWords } from "#components/words.ts";
import "./globals.css";
import { WentWrong } from "#app/_doors/went-wrong.tsx";

type Failed = Parameters<typeof WentWrong>[0];

/** When even the root layout could not be drawn. */
export default function GlobalError({ error, retry }: Failed) {
  const t = useWords();
  return (
    <html lang="en">
      <body>
        <main className="mx-auto max-w-xl px-4 py-12">
          <title>{t("This page could not be shown · Rollbook")}</title>
          <WentWrong error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
