import type { ReactNode } from "react";
import { BulkBar } from "#components/bulk-bar.tsx";
import { Pager } from "#components/pager.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";
import { addressWith, type ContactsAddress, partsOf } from "./contacts-address.ts";
import type { Matching } from "./matching.ts";
import { WhenThere } from "./when-there.tsx";

/** How many are on this page, and the pages around it. */
export type Place = { shown: number; previous?: string; next?: string };

/**
 * Around the table of a list: the form that holds its ticks, what can be done with many, and the pages. The page is
 * shown before all who match are counted; without a script they are counted when somebody asks.
 */
export function ListFrame({
  address,
  place,
  matching,
  bulk,
  children,
}: {
  address: ContactsAddress;
  place: Place | Promise<Place>;
  matching: Matching;
  /** The buttons of what can be done with many; nothing where nothing may be done. */
  bulk: ReactNode;
  children: ReactNode;
}) {
  const t = useWords();
  return (
    <>
      {bulk ? (
        <form action="/contacts/bulk" className="flex min-w-0 flex-col gap-4">
          {partsOf({ ...address, page: null }).map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          {children}
          <WhenThere value={matching} fallback={<Counting address={address} />}>
            {(count) => <BulkBar matching={count}>{bulk}</BulkBar>}
          </WhenThere>
        </form>
      ) : (
        children
      )}
      <WhenThere value={place} fallback={null}>
        {({ shown, previous, next }) => (
          <Pager
            label={t("Contacts")}
            position={
              <WhenThere value={matching} fallback={t("{shown, number} of … contacts", { shown })}>
                {(count) =>
                  t("{shown, number} of {count, plural, one {# contact} other {# contacts}}", { shown, count })
                }
              </WhenThere>
            }
            previous={previous && addressWith(address, { page: previous })}
            next={next && addressWith(address, { page: next })}
          />
        )}
      </WhenThere>
    </>
  );
}

function Counting({ address }: { address: ContactsAddress }) {
  const t = useWords();
  return (
    <noscript>
      {t.rich("<link>Count those who match</link>, to change many at once.", {
        link: (words) => <TextLink href={toItsEnd(address)}>{words}</TextLink>,
      })}
    </noscript>
  );
}

/** The same page with all that a script would bring in later. */
export function toItsEnd(address: ContactsAddress): string {
  const href = addressWith(address, { page: address.page });
  return `${href}${href.includes("?") ? "&" : "?"}count=1`;
}
