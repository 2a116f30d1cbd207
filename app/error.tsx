"use client";

import { WentWrong } from "#app/_doors/went-wrong.tsx";

type Failed = Parameters<typeof WentWrong>[0];

/** Outside the frame: sign-in, set-up. */
export default function ErrorPage({ error, retry }: Failed) {
  return (
    <main className="mx-auto max-w-xl px-4 py-12">
      <WentWrong error={error} retry={retry} />
    </main>
  );
}
