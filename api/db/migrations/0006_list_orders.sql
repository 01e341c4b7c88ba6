CREATE INDEX "orders_newest" ON "orders" USING btree ("merchant_id","created_at","backd_order_id");--> statement-breakpoint
CREATE INDEX "orders_newest_of_status" ON "orders" USING btree ("merchant_id","status","created_at","backd_order_id");--> statement-breakpoint
CREATE INDEX "orders_id_prefix" ON "orders" USING btree ("merchant_id","backd_order_id" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "orders_merchant_order_id_prefix" ON "orders" USING btree ("merchant_id",lower("merchant_order_id") text_pattern_ops);