import type { ReactNode } from "react";
import { Logo } from "#components/logo.tsx";

/** The whole page of somebody who is not signed in: the logo, one card in the middle, and a line under it. */
export function SignInCard({
  title,
  description,
  footer,
  children,
}: {
  title: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main className="grid min-h-dvh place-items-center bg-sunken px-4 py-12">
      <div className="flex w-full min-w-0 max-w-96 flex-col gap-6">
        <div className="flex justify-center">
          <Logo size="lg" />
        </div>
        <div className="flex min-w-0 flex-col gap-5 rounded-lg border border-line bg-surface p-6 shadow-raised sm:p-7">
          <header>
            <h1 className="text-balance font-semibold text-xl tracking-tight">{title}</h1>
            {description && <p className="mt-0.5 text-muted">{description}</p>}
          </header>
          {children}
        </div>
        {footer && <div className="text-balance text-center text-muted text-sm">{footer}</div>}
      </div>
    </main>
  );
}
