ALTER TABLE "checkout_sessions" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "checkout_sessions" ADD COLUMN "appearance" jsonb;