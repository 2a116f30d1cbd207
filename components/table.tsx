import type { ReactNode } from "react";
import { classes } from "#components/classes.ts";
import { Icon } from "#components/icons.tsx";
import { Link } from "#components/link.tsx";
import { useWords } from "#components/words.ts";

/**
 * A dense table. Its head stays in sight, and where it is wider than the page it scrolls sideways by itself, also with
 * the keyboard. With `stack` each row is a card on a telephone: give each Td its `label` then; with `stack="dense"` its
 * values flow one after another, where there are many rows.
 *
 *     <Table caption="Profiles" stack>
 *       <THead>
 *         <Th sort={{ href: "?sort=name", direction: "ascending" }}>Name</Th>
 *         <Th numeric>Contacts</Th>
 *       </THead>
 *       <tbody>
 *         <Tr>
 *           <Td head>Newsletter</Td>
 *           <Td numeric label="Contacts"><Num value={1204} /></Td>
 *         </Tr>
 *       </tbody>
 *     </Table>
 *
 * `caption` names the table for a screen reader; `showCaption` for everyone. `bare` leaves out the frame, inside a Card.
 */
export function Table({
  caption,
  showCaption = false,
  stack = false,
  bare = false,
  children,
}: {
  caption: string;
  showCaption?: boolean;
  stack?: boolean | "dense";
  bare?: boolean;
  children: ReactNode;
}) {
  const t = useWords();
  return (
    <section
      aria-label={t("{caption}, scrollable", { caption })}
      data-table-region=""
      {...reachable}
      className={classes(
        "relative w-full overflow-auto sm:tall:max-h-[85dvh] focus-visible:-outline-offset-2",
        !bare && "rounded-lg border border-line",
      )}
    >
      <table
        data-stack={stack === true ? "" : stack || undefined}
        className="w-full border-separate border-spacing-0 text-sm"
      >
        <caption className={showCaption ? "px-3 py-2 text-left font-semibold text-base" : "sr-only"}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

/** A region that scrolls is reached without a mouse: the one thing that does nothing and yet takes the focus. */
const reachable = { tabIndex: 0 } as const;

/** The row of heads; its children are Th. */
export function THead({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr>{children}</tr>
    </thead>
  );
}

/** Where a press on the head leads, and how the table is sorted by this column now, if it is. */
export type Sort = { href: string; direction?: "ascending" | "descending" };

/** The head of a column; numeric ones stand to the right as their numbers do. `hideLabel` for a column of buttons. */
export function Th({
  numeric = false,
  sort,
  hideLabel = false,
  children,
}: {
  numeric?: boolean;
  sort?: Sort;
  hideLabel?: boolean;
  children: ReactNode;
}) {
  return (
    <th
      scope="col"
      aria-sort={sort?.direction}
      className={classes(
        "sticky top-0 z-10 whitespace-nowrap border-line border-b bg-surface px-3 py-1.5 font-medium text-muted text-xs",
        numeric ? "text-right" : "text-left",
      )}
    >
      {sort ? (
        <SortLink sort={sort} numeric={numeric}>
          {children}
        </SortLink>
      ) : (
        <span className={hideLabel ? "sr-only" : ""}>{children}</span>
      )}
    </th>
  );
}

const sortIcons = { ascending: "arrow-up", descending: "arrow-down" } as const;

function SortLink({ sort, numeric, children }: { sort: Sort; numeric: boolean; children: ReactNode }) {
  return (
    <Link
      href={sort.href}
      className={classes(
        "-mx-1.5 inline-flex min-h-6 items-center gap-1 rounded-sm px-1.5 hover:bg-hover hover:text-text",
        numeric && "flex-row-reverse",
        sort.direction && "text-text",
      )}
    >
      {children}
      <Icon name={sort.direction ? sortIcons[sort.direction] : "sort"} size="sm" />
    </Link>
  );
}

/** A row of the body. It is tinted under the pointer, and while its checkbox is ticked. */
export function Tr({ children }: { children: ReactNode }) {
  return (
    <tr className="hover:bg-hover has-[[data-row-tick]:checked]:bg-accent-soft [&:last-child>*]:border-b-0">
      {children}
    </tr>
  );
}

/**
 * A cell. `head` marks the cell that names its row; `numeric` puts figures of one width to the right; `label` is the
 * column's name, shown before the value when the table is stacked; `wrap` lets long text break and keeps it readable;
 * `cut` ends it with an ellipsis, where the whole text is seen elsewhere.
 */
export function Td({
  head = false,
  numeric = false,
  wrap = false,
  cut = false,
  label,
  span,
  children,
}: {
  head?: boolean;
  numeric?: boolean;
  wrap?: boolean;
  cut?: boolean;
  label?: string;
  span?: number;
  children?: ReactNode;
}) {
  const className = classes(
    "h-9 border-line border-b px-3 py-1",
    numeric ? "text-right tabular-nums" : "text-left",
    head ? "font-medium" : "font-normal",
    wrap && "min-w-48 max-w-xl",
    head && !cut && "wrap-anywhere min-w-40",
    cut && "max-w-72 truncate",
    !wrap && (!head || cut) && "whitespace-nowrap",
  );
  return head ? (
    <th scope="row" colSpan={span} data-label={label} className={className}>
      {children}
    </th>
  ) : (
    <td colSpan={span} data-label={label} data-wrap={wrap ? "" : undefined} className={className}>
      {children}
    </td>
  );
}
