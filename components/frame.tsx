import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/icons.tsx";
import { Link } from "#components/link.tsx";
import { Logo } from "#components/logo.tsx";
import { NavLink } from "#components/nav-link.tsx";
import { useWords } from "#components/words.ts";

/**
 * One entry of the menu. `also`: addresses elsewhere that belong to it. `apart` begins a new group: a little room before
 * it. The label is English, and is said in the person's language.
 */
export type Section = { href: string; also?: readonly string[]; label: string; icon: IconName; apart?: boolean };

/**
 * The frame around every page of a signed-in person: the sections, always in sight (a rail at the left; on a narrow
 * window a strip above, which stays while the page scrolls), the way to anything by its name (`jump`: JumpBox), the
 * person's menu (`account`: AccountMenu), and the page,
 * whose parts stand one under another at the same distance.
 */
export function Frame({
  person,
  sections,
  jump,
  account,
  children,
}: {
  /** Whose page it is: what their forms keep is nobody else's. */
  person?: number;
  sections: readonly Section[];
  jump?: ReactNode;
  account: ReactNode;
  children: ReactNode;
}) {
  const t = useWords();
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)]" data-person={person}>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-3.5 py-2 font-medium text-surface focus:translate-y-0"
      >
        {t("Skip to the page")}
      </a>
      <header className="print:hidden z-30 border-line bg-sunken max-lg:border-b max-lg:tall:sticky max-lg:tall:-top-12 lg:border-r">
        <div className="grid grid-cols-[1fr_auto_auto] items-center gap-x-2 lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:items-stretch lg:overflow-y-auto lg:p-3">
          <div className="flex h-12 items-center px-3 lg:px-1">
            <Link href="/" className="rounded-md px-1 py-1">
              <Logo />
            </Link>
          </div>
          {jump && <div className="col-start-2 row-start-1 lg:pt-2">{jump}</div>}
          <nav aria-label={t("Sections")} className="col-span-3 row-start-2 px-1.5 pb-1.5 lg:flex-1 lg:px-0 lg:pt-3">
            <ul className="grid grid-cols-4 gap-0.5 sm:grid-cols-7 lg:flex lg:flex-col">
              {sections.map((section) => (
                <li key={section.href} className={section.apart ? "lg:mt-4" : ""}>
                  <NavLink href={section.href} also={section.also} except={below(section, sections)}>
                    <Icon name={section.icon} size="lg" />
                    {t(section.label)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="col-start-3 row-start-1 min-w-0 px-2 lg:px-0">{account}</div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="flex w-full min-w-0 max-w-[100rem] flex-col gap-6 px-4 pt-5 pb-16 outline-none sm:px-6 lg:px-8 lg:pt-7"
      >
        {children}
      </main>
    </div>
  );
}

function below(section: Section, sections: readonly Section[]): string[] {
  return sections.map((other) => other.href).filter((href) => href.startsWith(`${section.href}/`));
}
