/** The mark: a roll book with one name ticked. Beside it, the product's name. */
export function Logo({ size = "md" }: { size?: "md" | "lg" }) {
  return (
    <span
      className={`inline-flex items-center font-semibold tracking-tight ${size === "lg" ? "gap-2.5 text-xl" : "gap-2 text-lg"}`}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" className={size === "lg" ? "size-8" : "size-6"}>
        <rect x="2" y="1.5" width="20" height="21" rx="4.5" className="fill-accent" />
        <path d="M6.75 1.5v21" fill="none" strokeWidth="1.25" className="stroke-surface" strokeOpacity="0.55" />
        <path
          d="M9.8 8.4l1.9 1.9 3.4-3.9M17.6 8.8h1M10.2 14h8.4M10.2 17.6h5.4"
          fill="none"
          strokeWidth="1.75"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-surface"
        />
      </svg>
      {"Rollbook"}
    </span>
  );
}
