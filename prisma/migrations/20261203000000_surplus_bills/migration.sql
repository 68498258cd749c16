-- What surplus does to bills: contracted energy that was bought and sold, and credits that are due to an agreement until its bills take them.

-- Something of it was traded, or is due to it: its settlement asks the surplus book.
ALTER TABLE "agreement" ADD COLUMN "surplus" BOOLEAN NOT NULL DEFAULT false;

-- What its lines are made with. They stay zero where there was none.
ALTER TABLE "bill" ADD COLUMN "bought_wh" DECIMAL(20,0) NOT NULL DEFAULT 0,
    ADD COLUMN "sold_wh" DECIMAL(20,0) NOT NULL DEFAULT 0,
    ADD COLUMN "taken_wh" DECIMAL(20,0) NOT NULL DEFAULT 0;

-- A bill made from an estimated read takes no credits; the revision made from the true ones does.
ALTER TABLE "bill_revision" ADD COLUMN "taken_wh" DECIMAL(20,0) NOT NULL DEFAULT 0;

-- What is due to an agreement is the sum of these.
CREATE TABLE "due_movement" (
    "tx_hash" TEXT NOT NULL,
    "log_index" INTEGER NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    -- Start of the delivery period, where a bill was settled.
    "start" BIGINT,
    "effect_wh" DECIMAL(21,0) NOT NULL,
    "bought_wh" DECIMAL(20,0) NOT NULL DEFAULT 0,
    "sold_wh" DECIMAL(20,0) NOT NULL DEFAULT 0,
    "block_number" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "due_movement_pkey" PRIMARY KEY ("tx_hash", "log_index", "agreement_id")
);
CREATE INDEX "due_movement_agreement_id_idx" ON "due_movement"("agreement_id");

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON "due_movement" TO switchyard_worker;
GRANT SELECT ON "due_movement" TO switchyard_app;
ALTER TABLE "due_movement" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "due_movement" FORCE ROW LEVEL SECURITY;
CREATE POLICY worker ON "due_movement" TO switchyard_worker USING (true) WITH CHECK (true);
-- Its consumer's; the agreement's own rows say whose it is.
CREATE POLICY viewer ON "due_movement" FOR SELECT TO switchyard_app
    USING (EXISTS (SELECT 1 FROM "agreement" a WHERE a."id" = "agreement_id" AND a."consumer" = (SELECT viewer())));
