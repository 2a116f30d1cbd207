import { classes } from "#components/classes.ts";

/** primary: the one thing the page is for; secondary: the others; danger: destroys; quiet: in rows and toolbars. */
export type ButtonVariant = "primary" | "secondary" | "danger" | "quiet";

/** sm in toolbars and rows (28 px), md in forms (34 px), lg alone on a card (40 px). A finger gets more. */
export type ButtonSize = "sm" | "md" | "lg";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-surface not-aria-disabled:hover:bg-accent-strong",
  secondary: "border-edge/60 bg-surface text-text not-aria-disabled:hover:bg-hover",
  danger: "border-transparent bg-danger text-white not-aria-disabled:hover:bg-danger-strong",
  quiet: "border-transparent bg-transparent text-text not-aria-disabled:hover:bg-text/8",
};

const sizes: Record<ButtonSize, string> = {
  sm: "min-h-7 gap-1.5 px-2.5 py-0.5 text-sm pointer-coarse:min-h-9",
  md: "min-h-8.5 gap-1.5 px-3.5 py-1 text-base pointer-coarse:min-h-11",
  lg: "min-h-10 gap-2 px-4.5 py-1.5 text-lg pointer-coarse:min-h-12",
};

/** What makes a button, a link or a summary look like a button. */
export function buttonStyle(variant: ButtonVariant = "secondary", size: ButtonSize = "md"): string {
  return classes(
    "inline-flex min-w-0 max-w-full cursor-pointer select-none items-center justify-center rounded-md border text-center font-medium",
    "transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55",
    variants[variant],
    sizes[size],
  );
}
