CREATE TABLE "checkout_sessions" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"backd_order_id" text NOT NULL,
	"success_url" text,
	"close_url" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "checkout_sessions_both_urls" CHECK (("checkout_sessions"."success_url" is null) = ("checkout_sessions"."close_url" is null))
);
--> statement-breakpoint
CREATE TABLE "mailbox_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "merchants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"public_key" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"name" text NOT NULL,
	"origins" text[] NOT NULL,
	"plans" jsonb NOT NULL,
	"order_limit_cents" bigint NOT NULL,
	"increase_limit_percent" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "merchants_public_key_unique" UNIQUE("public_key")
);
--> statement-breakpoint
CREATE TABLE "order_documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"backd_order_id" text NOT NULL,
	"filename" text NOT NULL,
	"document_ref" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "order_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"backd_order_id" text NOT NULL,
	"actor" text NOT NULL,
	"type" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"backd_order_id" text PRIMARY KEY NOT NULL,
	"merchant_id" uuid NOT NULL,
	"source" text NOT NULL,
	"status" text NOT NULL,
	"merchant_order_id" text NOT NULL,
	"holds_merchant_order_id" boolean NOT NULL,
	"merchant_order_status" text,
	"order_total_cents" bigint NOT NULL,
	"cart_amount_cents" bigint NOT NULL,
	"tax_amount_cents" bigint NOT NULL,
	"shipping_amount_cents" bigint NOT NULL,
	"discount_amount_cents" bigint NOT NULL,
	"billing" jsonb,
	"shipping" jsonb,
	"items" jsonb NOT NULL,
	"customer_email" text,
	"content_digest" text,
	"accepted_offer" jsonb,
	"accepted_total_cents" bigint,
	"agreement_version" text,
	"terms_selected_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "orders_status" CHECK ("orders"."status" in ('order_created', 'terms_selected', 'order_placed', 'order_confirmed', 'refund', 'order_cancelled')),
	CONSTRAINT "orders_amounts_add_up" CHECK ("orders"."order_total_cents" = "orders"."cart_amount_cents" + "orders"."tax_amount_cents" + "orders"."shipping_amount_cents" - "orders"."discount_amount_cents")
);
--> statement-breakpoint
ALTER TABLE "checkout_sessions" ADD CONSTRAINT "checkout_sessions_backd_order_id_orders_backd_order_id_fk" FOREIGN KEY ("backd_order_id") REFERENCES "public"."orders"("backd_order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_documents" ADD CONSTRAINT "order_documents_backd_order_id_orders_backd_order_id_fk" FOREIGN KEY ("backd_order_id") REFERENCES "public"."orders"("backd_order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_events" ADD CONSTRAINT "order_events_backd_order_id_orders_backd_order_id_fk" FOREIGN KEY ("backd_order_id") REFERENCES "public"."orders"("backd_order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checkout_sessions_of_order" ON "checkout_sessions" USING btree ("backd_order_id");--> statement-breakpoint
CREATE INDEX "mailbox_messages_newest" ON "mailbox_messages" USING btree ("created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "merchants_origins" ON "merchants" USING gin ("origins");--> statement-breakpoint
CREATE INDEX "order_documents_of_order" ON "order_documents" USING btree ("backd_order_id");--> statement-breakpoint
CREATE INDEX "order_events_of_order" ON "order_events" USING btree ("backd_order_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_held_merchant_order_id" ON "orders" USING btree ("merchant_id","merchant_order_id") WHERE "orders"."holds_merchant_order_id";--> statement-breakpoint
CREATE INDEX "orders_content_digest" ON "orders" USING btree ("merchant_id","content_digest") WHERE "orders"."content_digest" is not null;