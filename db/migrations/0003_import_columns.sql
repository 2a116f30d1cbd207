ALTER TABLE "imports" ADD COLUMN "column_profiles" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undo_requested_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "forgotten_at" timestamp with time zone;