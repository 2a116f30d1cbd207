import type { ReactNode } from "react";
import { useId } from "react";
import { Icon, type IconName } from "#components/icons.tsx";
import { MenuLink, MenuPanel, MenuSeparator } from "#components/menu.tsx";

/**
 * Who is signed in, and what is theirs: links (account, staff, keys, settings) and, as `children`, the form that signs
 * out, whose button is a MenuButton.
 */
export function AccountMenu({
  name,
  roleName,
  links,
  children,
}: {
  name: string;
  roleName: string;
  links: readonly { href: string; label: string; icon: IconName }[];
  children: ReactNode;
}) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="flex min-h-9 w-full min-w-0 cursor-pointer items-center gap-2.5 rounded-md p-1.5 text-left hover:bg-hover"
      >
        <span
          aria-hidden="true"
          className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-2xs text-accent-strong"
        >
          {initials(name)}
        </span>
        <span className="min-w-0 max-w-44 flex-1 max-lg:max-w-36">
          <span className="block truncate font-medium text-sm leading-4">{name}</span>
          <span className="block truncate text-muted text-xs">{roleName}</span>
        </span>
        <span className="text-muted">
          <Icon name="sort" size="sm" />
        </span>
      </button>
      <MenuPanel id={id}>
        {links.map((link) => (
          <MenuLink key={link.href} href={link.href} icon={link.icon}>
            {link.label}
          </MenuLink>
        ))}
        {links.length > 0 && <MenuSeparator />}
        {children}
      </MenuPanel>
    </>
  );
}

/** Ada Lovelace → AL; by character, not by code unit, so that no letter is cut in half. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}
