import type { ReactNode } from "react";
import { ContactPage } from "#tests/gallery/pages/contact.tsx";
import { Controls } from "#tests/gallery/pages/controls.tsx";
import { CorrectRows } from "#tests/gallery/pages/correct-rows.tsx";
import { Importing } from "#tests/gallery/pages/importing.tsx";
import { ListContacts } from "#tests/gallery/pages/list-contacts.tsx";
import { ListProfiles } from "#tests/gallery/pages/list-profiles.tsx";
import { NoLogs } from "#tests/gallery/pages/logs.tsx";
import { NewContact } from "#tests/gallery/pages/new-contact.tsx";
import { Review } from "#tests/gallery/pages/review.tsx";
import { SignIn } from "#tests/gallery/pages/sign-in.tsx";

/** Whole pages as they would be served, each at its address. */
export const pages: Record<string, { path: string; page: ReactNode }> = {
  "list-profiles": { path: "/profiles", page: <ListProfiles /> },
  logs: { path: "/logs", page: <NoLogs /> },
  "new-contact": { path: "/contacts/new", page: <NewContact /> },
  importing: { path: "/imports/new", page: <Importing /> },
  contact: { path: "/contacts/1", page: <ContactPage /> },
  "list-contacts": { path: "/contacts", page: <ListContacts /> },
  review: { path: "/imports/new/77", page: <Review /> },
  "correct-rows": { path: "/imports/new/77/correct", page: <CorrectRows /> },
  "sign-in": { path: "/sign-in", page: <SignIn /> },
  controls: { path: "/", page: <Controls /> },
};
