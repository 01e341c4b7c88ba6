CREATE TABLE "approval_requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "approval_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"backd_order_id" text NOT NULL,
	"state" text NOT NULL,
	"approver_email" text NOT NULL,
	"approver_hash" "bytea" NOT NULL,
	"buyer_hash" "bytea",
	"requested_by" text NOT NULL,
	"note" text,
	"reason" text,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "approval_requests_state" CHECK ("approval_requests"."state" in ('pending', 'approved', 'declined', 'withdrawn', 'expired', 'refused', 'unsent')),
	CONSTRAINT "approval_requests_decided" CHECK (("approval_requests"."decided_at" is not null) = ("approval_requests"."state" in ('approved', 'declined', 'withdrawn')))
);
--> statement-breakpoint
ALTER TABLE "checkout_sessions" ADD COLUMN "approval_id" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "accepted_by" text;--> statement-breakpoint
ALTER TABLE "approval_requests" ADD CONSTRAINT "approval_requests_backd_order_id_orders_backd_order_id_fk" FOREIGN KEY ("backd_order_id") REFERENCES "public"."orders"("backd_order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_requests_of_order" ON "approval_requests" USING btree ("backd_order_id","id");--> statement-breakpoint
CREATE INDEX "approval_requests_of_approver" ON "approval_requests" USING btree ("approver_hash","created_at");--> statement-breakpoint
CREATE INDEX "approval_requests_of_buyer" ON "approval_requests" USING btree ("buyer_hash","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "approval_requests_one_pending_an_order" ON "approval_requests" USING btree ("backd_order_id") WHERE "approval_requests"."state" = 'pending';--> statement-breakpoint
ALTER TABLE "checkout_sessions" ADD CONSTRAINT "checkout_sessions_approval_id_approval_requests_id_fk" FOREIGN KEY ("approval_id") REFERENCES "public"."approval_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checkout_sessions" ADD CONSTRAINT "checkout_sessions_of_an_approver" CHECK ("checkout_sessions"."approval_id" is null or ("checkout_sessions"."surface" = 'page' and "checkout_sessions"."success_url" is null));