ALTER TABLE "orders" ADD COLUMN "accepted_plan" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "schedule" jsonb;--> statement-breakpoint
-- Orders whose terms were selected before the plan was kept: the merchant's plan, or else what the offer tells of it.
UPDATE "orders" SET
  "schedule" = "accepted_offer",
  "accepted_plan" = coalesce(
    (SELECT plan FROM "merchants", jsonb_array_elements("merchants"."plans") AS plan
      WHERE "merchants"."id" = "orders"."merchant_id" AND plan->>'id' = "orders"."accepted_offer"->>'plan_id' LIMIT 1),
    jsonb_build_object(
      'id', "accepted_offer"->'plan_id',
      'name', "accepted_offer"->'name',
      'payments', jsonb_array_length("accepted_offer"->'payments'),
      'interval', "accepted_offer"->'interval',
      'fee_bps', coalesce(round(
        ("accepted_offer"->>'fee_cents')::numeric * 10000 / nullif(("accepted_offer"->>'order_total_cents')::numeric, 0)
      ), 0)::int
    )
  )
WHERE "accepted_offer" IS NOT NULL;
