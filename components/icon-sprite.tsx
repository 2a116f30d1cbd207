import { ICON_SHAPES } from "#components/icon-shapes.ts";

/**
 * The shapes of all icons, once in each page and never in its scripts: Icon only points here. So a list of a thousand
 * rows names its icons instead of drawing them, and no component carries shapes that its page does not show.
 */
export function IconSprite() {
  return (
    <svg aria-hidden="true" className="hidden">
      {Object.entries(ICON_SHAPES).map(([name, shape]) => (
        <symbol
          key={name}
          id={`icon-${name}`}
          viewBox="0 0 20 20"
          fill="none"
          stroke="currentColor"
          strokeWidth={name === "more" ? 2.5 : 1.5}
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path d={shape} />
        </symbol>
      ))}
    </svg>
  );
}
