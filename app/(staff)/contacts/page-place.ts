import { z } from "zod";
import { seal, unseal } from "#lib/staff/seal.ts";

/** Where a page begins or ends, and how many matched when the first page was drawn: sealed, for the address. */
type Sealed<Place> = { after?: Place; before?: Place; matching: number | null };

/** The pages around one, as words for an address; undefined where there is none. */
export async function sealPlaces<Place>(
  purpose: string,
  { previous, next }: { previous: Place | null; next: Place | null },
  matching: number | null,
): Promise<{ previous?: string; next?: string }> {
  const sealed = (place: Sealed<Place>) => seal(place, purpose);
  return {
    previous: previous === null ? undefined : await sealed({ before: previous, matching }),
    next: next === null ? undefined : await sealed({ after: next, matching }),
  };
}

/** What was sealed for this list; the first page for anything else. */
export async function unsealPlace<Schema extends z.ZodType>(
  purpose: string,
  page: string | null,
  place: Schema,
): Promise<Sealed<z.output<Schema>>> {
  const shape = z.object({ after: place.optional(), before: place.optional(), matching: z.number().nullable() });
  const read = shape.safeParse(page === null ? null : await unseal(page, purpose));
  return read.success ? (read.data as Sealed<z.output<Schema>>) : { matching: null };
}
