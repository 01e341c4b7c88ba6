CREATE TABLE "refunds" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "refunds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"backd_order_id" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"status" text NOT NULL,
	"locked_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "refunds_status" CHECK ("refunds"."status" in ('draft', 'approved', 'settled', 'declined')),
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount_cents" > 0),
	CONSTRAINT "refunds_ended" CHECK (("refunds"."ended_at" is not null) = ("refunds"."status" in ('settled', 'declined')))
);
--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_backd_order_id_orders_backd_order_id_fk" FOREIGN KEY ("backd_order_id") REFERENCES "public"."orders"("backd_order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refunds_of_order" ON "refunds" USING btree ("backd_order_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_one_active_an_order" ON "refunds" USING btree ("backd_order_id") WHERE "refunds"."status" in ('draft', 'approved');--> statement-breakpoint
CREATE INDEX "refunds_to_settle" ON "refunds" USING btree ("locked_at") WHERE "refunds"."status" in ('draft', 'approved');