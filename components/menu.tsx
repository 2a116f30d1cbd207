import { type ComponentProps, type ReactNode, useId } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "#components/button-style.ts";
import { classes } from "#components/classes.ts";
import { Icon, type IconName } from "#components/icons.tsx";
import { Link } from "#components/link.tsx";

/**
 * What else can be done with a thing, behind a button. A native popover: it opens, closes with Escape or a press
 * elsewhere, and lies above everything without a script. Its children are MenuLink, MenuButton and MenuSeparator.
 *
 * `label` is the button's name; without `children` of its own (`button`) it is drawn as three dots.
 */
export function Menu({
  label,
  button,
  variant = "quiet",
  size = "sm",
  children,
}: {
  label: string;
  button?: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={button ? undefined : label}
        title={button ? undefined : label}
        className={classes(buttonStyle(variant, size), !button && "px-1.5!")}
      >
        {button ? (
          <>
            <span className="min-w-0 truncate">{button}</span>
            <Icon name="chevron-down" size="sm" />
          </>
        ) : (
          <Icon name="more" />
        )}
      </button>
      <MenuPanel id={id}>{children}</MenuPanel>
    </>
  );
}

/** The panel alone, for a button that looks like nothing else (the account). Give the button `popoverTarget={id}`. */
export function MenuPanel({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div
      id={id}
      popover="auto"
      className="menu rounded-lg border border-line bg-raised p-1 text-left font-normal text-base text-text shadow-raised"
    >
      {children}
    </div>
  );
}

const itemStyle =
  "flex min-h-8 w-full cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1 text-left hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-11 disabled:cursor-not-allowed disabled:opacity-55";

/** An entry that leads somewhere; `download` for a file; `danger` where it leads to something being destroyed. */
export function MenuLink({
  href,
  icon,
  danger = false,
  download = false,
  children,
}: {
  href: string;
  icon?: IconName;
  danger?: boolean;
  download?: boolean;
  children: ReactNode;
}) {
  const className = classes(itemStyle, danger && "text-bad");
  const content = (
    <>
      {icon && <Icon name={icon} />}
      {children}
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

/** An entry that does something: it sends the form around it, or the one named by `form`. */
export function MenuButton({
  icon,
  danger = false,
  children,
  ...button
}: { icon?: IconName; danger?: boolean; children: ReactNode } & Omit<ComponentProps<"button">, "className">) {
  return (
    <button type="submit" className={classes(itemStyle, danger && "text-bad")} {...button}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A line between entries of different kinds. */
export function MenuSeparator() {
  return <hr className="-mx-1 my-1 border-line" />;
}
