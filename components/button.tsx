import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "#components/button-style.ts";
import { Icon, type IconName } from "#components/icons.tsx";
import { Link } from "#components/link.tsx";

type Look = { variant?: ButtonVariant; size?: ButtonSize; icon?: IconName; children: ReactNode };

/**
 * A button that does something in the page, or opens a popover. Every attribute of a native button may be given.
 * For the button that sends a form use SubmitButton: it does not send twice.
 */
export function Button({
  variant,
  size,
  icon,
  type = "button",
  children,
  ...button
}: Look & Omit<ComponentProps<"button">, "className">) {
  return (
    <button type={type} className={buttonStyle(variant, size)} {...button}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/**
 * A link that looks like a button: it leads to a page. With `download` it is a file (or any answer that is no page),
 * which the browser fetches itself.
 */
export function ButtonLink({ href, download, ...look }: Look & { href: string; download?: boolean }) {
  const className = buttonStyle(look.variant, look.size);
  const content = (
    <>
      {look.icon && <Icon name={look.icon} />}
      {look.children}
    </>
  );
  return download ? (
    <a href={href} download className={className}>
      {content}
    </a>
  ) : (
    <Link href={href} className={className}>
      {content}
    </Link>
  );
}

/** A button that is an icon alone; `label` is its name for a screen reader and for the pointer that rests on it. */
export function IconButton({
  label,
  icon,
  size = "sm",
  ...button
}: { label: string; icon: IconName; size?: "sm" | "md" } & Omit<
  ComponentProps<"button">,
  "className" | "children" | "aria-label" | "title"
>) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`${buttonStyle("quiet", size)} ${size === "sm" ? "w-7 pointer-coarse:w-9" : "w-8.5 pointer-coarse:w-11"} px-0!`}
      {...button}
    >
      <Icon name={icon} />
    </button>
  );
}
