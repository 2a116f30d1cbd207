/** A QR code, drawn on the server: `squares` row by row, true for a dark one. Dark on light by night too, for cameras. */
export function QrCode({ squares, label }: { squares: readonly (readonly boolean[])[]; label: string }) {
  const side = squares.length;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="size-52 rounded-md border border-line bg-white"
    >
      <path fill="#000" d={pathOf(squares)} />
    </svg>
  );
}

const pathOf = (squares: readonly (readonly boolean[])[]): string =>
  squares.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
