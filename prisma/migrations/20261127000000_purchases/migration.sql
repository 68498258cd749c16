-- The wholesale side: purchases of generator, buyer and grid, what was delivered, what a large consumer was billed, and
-- what is owed because money was short.

CREATE TABLE "purchase" (
    "id" TEXT NOT NULL,
    "generator" TEXT NOT NULL,
    "buyer" TEXT NOT NULL,
    "grid" TEXT NOT NULL,
    "delivery_meter_id" TEXT NOT NULL,
    "use_meter_id" TEXT,
    "start" BIGINT NOT NULL,
    "term_periods" INTEGER NOT NULL,
    "terms" JSONB NOT NULL,
    "periods" INTEGER NOT NULL DEFAULT 0,
    "settled_until" BIGINT NOT NULL,
    "ended_at" BIGINT,
    "tx_hash" TEXT NOT NULL,
    "signed_at" BIGINT NOT NULL,

    CONSTRAINT "purchase_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "purchase_delivery" (
    "purchase_id" TEXT NOT NULL,
    "start" BIGINT NOT NULL,
    "end" BIGINT NOT NULL,
    "generator" TEXT NOT NULL,
    "buyer" TEXT NOT NULL,
    "grid" TEXT NOT NULL,
    "payer" TEXT NOT NULL,
    "delivered_wh" DECIMAL(20,0) NOT NULL,
    "delivery" JSONB NOT NULL,
    "tx_hash" TEXT NOT NULL,
    "settled_at" BIGINT NOT NULL,

    CONSTRAINT "purchase_delivery_pkey" PRIMARY KEY ("purchase_id","start")
);

CREATE TABLE "purchase_bill" (
    "purchase_id" TEXT NOT NULL,
    "start" BIGINT NOT NULL,
    "end" BIGINT NOT NULL,
    "generator" TEXT NOT NULL,
    "buyer" TEXT NOT NULL,
    "grid" TEXT NOT NULL,
    "contracted_wh" DECIMAL(20,0) NOT NULL,
    "used_wh" DECIMAL(20,0)[],
    "total" DECIMAL(39,0) NOT NULL,
    "owed" DECIMAL(39,0) NOT NULL,
    "lines" JSONB NOT NULL,
    "tx_hash" TEXT NOT NULL,
    "settled_at" BIGINT NOT NULL,

    CONSTRAINT "purchase_bill_pkey" PRIMARY KEY ("purchase_id","start")
);

-- Each event that made a debt larger or smaller: what is owed is their sum.
CREATE TABLE "purchase_debt" (
    "tx_hash" TEXT NOT NULL,
    "log_index" INTEGER NOT NULL,
    "purchase_id" TEXT NOT NULL,
    "debtor" TEXT NOT NULL,
    "creditor" TEXT NOT NULL,
    "amount" DECIMAL(40,0) NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "purchase_debt_pkey" PRIMARY KEY ("tx_hash","log_index")
);

CREATE INDEX "purchase_generator_idx" ON "purchase"("generator");

CREATE INDEX "purchase_buyer_idx" ON "purchase"("buyer");

CREATE INDEX "purchase_grid_idx" ON "purchase"("grid");

CREATE INDEX "purchase_delivery_buyer_start_idx" ON "purchase_delivery"("buyer", "start");

CREATE INDEX "purchase_bill_buyer_start_idx" ON "purchase_bill"("buyer", "start");

CREATE INDEX "purchase_debt_purchase_id_idx" ON "purchase_debt"("purchase_id");

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON "purchase", "purchase_delivery", "purchase_bill", "purchase_debt"
TO switchyard_worker;
GRANT SELECT ON "purchase", "purchase_delivery", "purchase_bill", "purchase_debt" TO switchyard_app;

DO $$
DECLARE
    owned TEXT;
BEGIN
    FOREACH owned IN ARRAY ARRAY['purchase', 'purchase_delivery', 'purchase_bill', 'purchase_debt'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
        EXECUTE format('CREATE POLICY worker ON %I TO switchyard_worker USING (true) WITH CHECK (true)', owned);
    END LOOP;
END
$$;

-- The three parties see the whole agreement; a debt is between two.
CREATE POLICY viewer ON "purchase" FOR SELECT TO switchyard_app
    USING ((SELECT viewer()) IN ("generator", "buyer", "grid"));
CREATE POLICY viewer ON "purchase_delivery" FOR SELECT TO switchyard_app
    USING ((SELECT viewer()) IN ("generator", "buyer", "grid"));
CREATE POLICY viewer ON "purchase_bill" FOR SELECT TO switchyard_app
    USING ((SELECT viewer()) IN ("generator", "buyer", "grid"));
CREATE POLICY viewer ON "purchase_debt" FOR SELECT TO switchyard_app
    USING ((SELECT viewer()) IN ("debtor", "creditor"));
