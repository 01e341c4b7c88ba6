CREATE TABLE "open_confirmations" (
	"backd_order_id" text PRIMARY KEY NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX "open_confirmations_due" ON "open_confirmations" USING btree ("due_at");--> statement-breakpoint
-- Those that a process left behind before this kept count: they are written down as not sent, which is what is known. Only of
-- the last day, since older ones may be from before there were such mails; and in a minute, since an old process may still be
-- mailing. It reads all orders, so it comes before what locks them.
INSERT INTO "open_confirmations" ("backd_order_id", "due_at", "taken") SELECT "backd_order_id", now() + interval '1 minute', 2 FROM "orders" WHERE "terms_selected_at" > now() - interval '1 day' AND NOT EXISTS (SELECT FROM "order_events" WHERE "order_events"."backd_order_id" = "orders"."backd_order_id" AND "order_events"."data" ->> 'notice' = 'confirmation');--> statement-breakpoint
ALTER TABLE "approval_requests" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "accepted_language" text;--> statement-breakpoint
ALTER TABLE "open_confirmations" ADD CONSTRAINT "open_confirmations_backd_order_id_orders_backd_order_id_fk" FOREIGN KEY ("backd_order_id") REFERENCES "public"."orders"("backd_order_id") ON DELETE no action ON UPDATE no action;
