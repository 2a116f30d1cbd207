import { type ReactNode, Suspense } from "react";
import { tookTooLong } from "../part.tsx";

type Props<T> = {
  value: T | Promise<T>;
  fallback: ReactNode;
  /** In its place when it took too long; the fallback stays where nothing is said. */
  slow?: ReactNode;
  children: (value: T) => ReactNode;
};

/** Draws what is there at once: what waits behind a fallback comes in by a script, which may be off. */
export function WhenThere<T>({ value, fallback, slow = fallback, children }: Props<T>) {
  if (!(value instanceof Promise)) return children(value);
  return (
    <Suspense fallback={fallback}>
      <Awaited value={value} slow={slow}>
        {children}
      </Awaited>
    </Suspense>
  );
}

async function Awaited<T>({ value, slow, children }: Omit<Props<T>, "fallback" | "value"> & { value: Promise<T> }) {
  try {
    return children(await value);
  } catch (error) {
    if (tookTooLong(error)) return slow;
    throw error;
  }
}
