CREATE TABLE "sent_forms" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made" bigint
);
--> statement-breakpoint
-- Words of forms that were sent again long after: they are of no more use.
UPDATE "imports" SET "idempotency_key" = NULL WHERE "api_key_id" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "imports_form_idx" ON "imports" USING btree ("created_by","idempotency_key") WHERE api_key_id is null;