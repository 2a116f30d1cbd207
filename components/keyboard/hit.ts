/** Something that can be jumped to. */
export type Hit = { href: string; name: string; kind: string };
