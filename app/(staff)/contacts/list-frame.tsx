import { type ReactNode, Suspense } from "react";
import { BulkBar } from "#components/bulk-bar.tsx";
import { Pager } from "#components/pager.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";
import { addressWith, type ContactsAddress, partsOf } from "./contacts-address.ts";
import type { Matching } from "./matching.ts";

/**
 * Around the table of a list: the form that holds its ticks, what can be done with many, and the pages. The page is
 * shown before all who match are counted; without a script they are counted when somebody asks.
 */
export function ListFrame({
  address,
  shown,
  matching,
  places,
  bulk,
  children,
}: {
  address: ContactsAddress;
  /** How many are on this page. */
  shown: number;
  matching: Matching;
  places: { previous?: string; next?: string };
  /** The buttons of what can be done with many; nothing where nothing may be done. */
  bulk: ReactNode;
  children: ReactNode;
}) {
  const t = useWords();
  return (
    <>
      <form action="/contacts/bulk" className="flex min-w-0 flex-col gap-4">
        {partsOf({ ...address, page: null }).map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {children}
        {bulk && (
          <Counted matching={matching} fallback={<Counting address={address} />}>
            {(count) => <BulkBar matching={count}>{bulk}</BulkBar>}
          </Counted>
        )}
      </form>
      <Pager
        label={t("Contacts")}
        position={
          <Counted matching={matching} fallback={t("{shown, number} of … contacts", { shown })}>
            {(count) => t("{shown, number} of {count, plural, one {# contact} other {# contacts}}", { shown, count })}
          </Counted>
        }
        previous={places.previous && addressWith(address, { page: places.previous })}
        next={places.next && addressWith(address, { page: places.next })}
      />
    </>
  );
}

type CountedProps = { matching: Matching; children: (count: number) => ReactNode };

/** A number that is there is drawn at once: what waits behind a fallback comes in by a script, which may be off. */
function Counted({ matching, fallback, children }: CountedProps & { fallback: ReactNode }) {
  if (typeof matching === "number") return children(matching);
  return (
    <Suspense fallback={fallback}>
      <Awaited matching={matching}>{children}</Awaited>
    </Suspense>
  );
}

async function Awaited({ matching, children }: CountedProps) {
  return children(await matching);
}

function Counting({ address }: { address: ContactsAddress }) {
  const t = useWords();
  const href = addressWith(address, { page: address.page });
  return (
    <noscript>
      {t.rich("<link>Count those who match</link>, to change many at once.", {
        link: (words) => <TextLink href={`${href}${href.includes("?") ? "&" : "?"}count=1`}>{words}</TextLink>,
      })}
    </noscript>
  );
}
