-- Standing instructions for surplus: what counts now, and what was done by them.

CREATE TABLE "standing_instruction" (
    "account" TEXT NOT NULL,
    "region" BIGINT NOT NULL,
    "first" TEXT NOT NULL,
    "reserve" INTEGER NOT NULL,
    "storage_id" BIGINT NOT NULL,
    "efficiency" INTEGER NOT NULL,
    "rest" TEXT NOT NULL,
    "feed_in" DECIMAL(20,0) NOT NULL,
    "from" BIGINT NOT NULL,
    "until" BIGINT NOT NULL,
    "nonce" DECIMAL(78,0) NOT NULL,
    "given_at" BIGINT NOT NULL,
    "tx_hash" TEXT NOT NULL,

    CONSTRAINT "standing_instruction_pkey" PRIMARY KEY ("account", "region")
);

CREATE TABLE "instruction_step" (
    "tx_hash" TEXT NOT NULL,
    "log_index" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "region" BIGINT NOT NULL,
    "start" BIGINT NOT NULL,
    "use" TEXT NOT NULL,
    "energy_wh" DECIMAL(20,0) NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "instruction_step_pkey" PRIMARY KEY ("tx_hash", "log_index")
);
CREATE INDEX "instruction_step_account_region_start_idx" ON "instruction_step"("account", "region", "start");

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON "standing_instruction", "instruction_step" TO switchyard_worker;
GRANT SELECT ON "standing_instruction", "instruction_step" TO switchyard_app;

DO $$
DECLARE owned TEXT;
BEGIN
    FOREACH owned IN ARRAY ARRAY['standing_instruction', 'instruction_step'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
        EXECUTE format('CREATE POLICY worker ON %I TO switchyard_worker USING (true) WITH CHECK (true)', owned);
        EXECUTE format('CREATE POLICY viewer ON %I FOR SELECT TO switchyard_app USING ("account" = (SELECT viewer()))', owned);
    END LOOP;
END
$$;
