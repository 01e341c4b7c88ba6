CREATE TABLE "open_confirmations" (
	"backd_order_id" text PRIMARY KEY NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "approval_requests" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "accepted_language" text;--> statement-breakpoint
ALTER TABLE "open_confirmations" ADD CONSTRAINT "open_confirmations_backd_order_id_orders_backd_order_id_fk" FOREIGN KEY ("backd_order_id") REFERENCES "public"."orders"("backd_order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "open_confirmations_due" ON "open_confirmations" USING btree ("due_at");--> statement-breakpoint
-- Those that a process left behind before this kept count: they are written down as not sent, which is what is known.
INSERT INTO "open_confirmations" ("backd_order_id", "due_at", "taken") SELECT "backd_order_id", now(), 2 FROM "orders" WHERE "terms_selected_at" IS NOT NULL AND NOT EXISTS (SELECT FROM "order_events" WHERE "order_events"."backd_order_id" = "orders"."backd_order_id" AND "order_events"."data" ->> 'notice' = 'confirmation');
