import type { IconName } from "#components/icon-shapes.ts";

export type { IconName };

const sizes = { sm: "size-3.5", md: "size-4", lg: "size-4.5", xl: "size-5" } as const;

/**
 * One icon, in the colour of the text around it. `size`: sm 14, md 16 (the usual), lg 18, xl 20 px. Never read aloud: the
 * words beside it, or an accessible name on the button around it, carry the meaning. Its shape is in the IconSprite.
 */
export function Icon({
  name,
  size = "md",
  spin = false,
}: {
  name: IconName;
  size?: keyof typeof sizes;
  spin?: boolean;
}) {
  return (
    <svg aria-hidden="true" className={`${sizes[size]} shrink-0 ${spin ? "motion-safe:animate-spin" : ""}`}>
      <use href={`#icon-${name}`} />
    </svg>
  );
}
