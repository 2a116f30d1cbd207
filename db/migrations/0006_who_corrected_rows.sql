ALTER TABLE "import_lines" ADD COLUMN "corrected_by" bigint;--> statement-breakpoint
ALTER TABLE "import_lines" ADD COLUMN "corrected_at" timestamp with time zone;