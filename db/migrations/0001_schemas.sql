-- Each profile's members are a table in `audience`; an import's rows lie in `staging` while it is checked and applied,
-- and what undo needs in `journal`.
CREATE SCHEMA audience;
--> statement-breakpoint
CREATE SCHEMA staging;
--> statement-breakpoint
CREATE SCHEMA journal;
--> statement-breakpoint
-- Letters alone: case and accents do not count, so that perez finds Pérez. LIKE on it needs PostgreSQL 18.
CREATE COLLATION rollbook_text (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
--> statement-breakpoint
INSERT INTO repository_counts DEFAULT VALUES;
--> statement-breakpoint
-- A number for each app server that ever started: see lib/jobs/liveness.ts.
CREATE SEQUENCE server_ids AS integer;
