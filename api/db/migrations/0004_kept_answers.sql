CREATE TABLE "kept_answers" (
	"call_id" "bytea" PRIMARY KEY NOT NULL,
	"body_digest" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "kept_answers_oldest" ON "kept_answers" USING btree ("created_at");