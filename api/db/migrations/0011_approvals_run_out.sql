ALTER TABLE "approval_requests" ALTER COLUMN "requested_by" DROP NOT NULL;--> statement-breakpoint
CREATE INDEX "approval_requests_to_expire" ON "approval_requests" USING btree ("expires_at") WHERE "approval_requests"."state" = 'pending';--> statement-breakpoint
UPDATE "approval_requests" SET "requested_by" = NULL FROM "orders" WHERE "orders"."backd_order_id" = "approval_requests"."backd_order_id" AND "orders"."billing" IS NULL AND "orders"."customer_email" IS NULL;
