CREATE TABLE "verification_codes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "verification_codes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token_hash" "bytea" NOT NULL,
	"address_hash" "bytea" NOT NULL,
	"mac" "bytea" NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"refused" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "verification_codes_tries" CHECK ("verification_codes"."tries" between 0 and 5)
);
--> statement-breakpoint
ALTER TABLE "checkout_sessions" ADD COLUMN "surface" text;--> statement-breakpoint
-- Until now a page's link had URLs to return to, and a modal's had none.
UPDATE "checkout_sessions" SET "surface" = CASE WHEN "success_url" IS NULL THEN 'modal' ELSE 'page' END;--> statement-breakpoint
ALTER TABLE "checkout_sessions" ALTER COLUMN "surface" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "checkout_sessions" ADD COLUMN "verified_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "checkout_sessions" ADD COLUMN "browser_hash" "bytea";--> statement-breakpoint
ALTER TABLE "merchants" ADD COLUMN "verify_customer" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "verification_codes" ADD CONSTRAINT "verification_codes_token_hash_checkout_sessions_token_hash_fk" FOREIGN KEY ("token_hash") REFERENCES "public"."checkout_sessions"("token_hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "verification_codes_of_link" ON "verification_codes" USING btree ("token_hash","id");--> statement-breakpoint
CREATE INDEX "verification_codes_of_address" ON "verification_codes" USING btree ("address_hash","created_at");--> statement-breakpoint
ALTER TABLE "checkout_sessions" ADD CONSTRAINT "checkout_sessions_surface" CHECK ("checkout_sessions"."surface" in ('modal', 'page'));--> statement-breakpoint
ALTER TABLE "checkout_sessions" ADD CONSTRAINT "checkout_sessions_verified_in_a_browser" CHECK (("checkout_sessions"."browser_hash" is not null) = ("checkout_sessions"."verified_at" is not null and "checkout_sessions"."surface" = 'page'));