-- Agreements that follow each other, bills that were not paid in full, and what is owed for them.

ALTER TABLE "agreement"
    ADD COLUMN "replaces" TEXT NOT NULL DEFAULT '0x0000000000000000000000000000000000000000000000000000000000000000',
    ADD COLUMN "ends_at" BIGINT,
    ADD COLUMN "exit_fee" DECIMAL(39,0) NOT NULL DEFAULT 0,
    ADD COLUMN "successor" TEXT;

ALTER TABLE "bill"
    ADD COLUMN "missing" DECIMAL(39,0) NOT NULL DEFAULT 0,
    ADD COLUMN "due" BIGINT;

CREATE INDEX "bill_tx_hash_idx" ON "bill"("tx_hash");

CREATE TABLE "debt" (
    "tx_hash" TEXT NOT NULL,
    "log_index" INTEGER NOT NULL,
    "debtor" TEXT NOT NULL,
    "creditor" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "amount" DECIMAL(39,0) NOT NULL,
    "paid" DECIMAL(39,0) NOT NULL DEFAULT 0,
    "block_number" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "debt_pkey" PRIMARY KEY ("tx_hash", "log_index")
);

CREATE INDEX "debt_debtor_block_number_log_index_idx" ON "debt"("debtor", "block_number", "log_index");

CREATE INDEX "debt_creditor_idx" ON "debt"("creditor");

CREATE INDEX "debt_cause_idx" ON "debt"("cause");

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON "debt" TO switchyard_worker;
GRANT SELECT ON "debt" TO switchyard_app;
ALTER TABLE "debt" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "debt" FORCE ROW LEVEL SECURITY;
CREATE POLICY worker ON "debt" TO switchyard_worker USING (true) WITH CHECK (true);
CREATE POLICY viewer ON "debt" FOR SELECT TO switchyard_app
    USING ((SELECT viewer()) IN ("debtor", "creditor"));
