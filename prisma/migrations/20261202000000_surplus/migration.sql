-- Surplus: sessions with their lots and bids, energy credits and where they went, storage and feed-in prices.

CREATE TABLE "surplus_session" (
    "id" BIGINT NOT NULL,
    "region" BIGINT NOT NULL,
    "start" BIGINT NOT NULL,
    "end" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "lock_at" BIGINT NOT NULL,
    "close_at" BIGINT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'Open',
    "clearing" JSONB,
    "volume_wh" DECIMAL(20,0),
    "changed_at" BIGINT NOT NULL,
    "tx_hash" TEXT NOT NULL,

    CONSTRAINT "surplus_session_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "surplus_session_region_start_idx" ON "surplus_session"("region", "start");
CREATE INDEX "surplus_session_status_idx" ON "surplus_session"("status");

-- What everybody may see of a lot or bid: how much, at what price. Not whose it is: that is in surplus_order.
CREATE TABLE "surplus_line" (
    "session_id" BIGINT NOT NULL,
    "side" TEXT NOT NULL,
    "index" BIGINT NOT NULL,
    "order_id" TEXT NOT NULL,
    "energy_wh" BIGINT NOT NULL,
    "price" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "surplus_line_pkey" PRIMARY KEY ("session_id", "side", "index")
);

CREATE TABLE "surplus_order" (
    "session_id" BIGINT NOT NULL,
    "side" TEXT NOT NULL,
    "index" BIGINT NOT NULL,
    "account" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'Placed',
    "traded_wh" DECIMAL(20,0),
    "amount" DECIMAL(39,0),
    "placed_at" BIGINT NOT NULL,
    "tx_hash" TEXT NOT NULL,
    "ended_tx" TEXT,

    CONSTRAINT "surplus_order_pkey" PRIMARY KEY ("session_id", "side", "index")
);
CREATE INDEX "surplus_order_account_placed_at_idx" ON "surplus_order"("account", "placed_at");
CREATE INDEX "surplus_order_tx_hash_idx" ON "surplus_order"("tx_hash");
CREATE INDEX "surplus_order_ended_tx_idx" ON "surplus_order"("ended_tx");

-- A kind of credit, what its id says, and what became of all there ever was of it.
CREATE TABLE "credit" (
    "id" DECIMAL(78,0) NOT NULL,
    "kind" TEXT NOT NULL,
    "region" BIGINT NOT NULL,
    "start" BIGINT NOT NULL,
    "expiry" BIGINT NOT NULL,
    "storage_id" BIGINT NOT NULL,
    "minted" DECIMAL(20,0) NOT NULL DEFAULT 0,
    -- In lots: it may be sold or come back.
    "listed" DECIMAL(20,0) NOT NULL DEFAULT 0,
    "sold" DECIMAL(20,0) NOT NULL DEFAULT 0,
    "stored" DECIMAL(20,0) NOT NULL DEFAULT 0,
    "returned" DECIMAL(20,0) NOT NULL DEFAULT 0,
    "redeemed" DECIMAL(20,0) NOT NULL DEFAULT 0,
    "used" DECIMAL(20,0) NOT NULL DEFAULT 0,

    CONSTRAINT "credit_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "credit_region_start_idx" ON "credit"("region", "start");

CREATE TABLE "credit_holding" (
    "account" TEXT NOT NULL,
    "credit_id" DECIMAL(78,0) NOT NULL,
    "energy_wh" DECIMAL(20,0) NOT NULL DEFAULT 0,

    CONSTRAINT "credit_holding_pkey" PRIMARY KEY ("account", "credit_id")
);

CREATE TABLE "credit_movement" (
    "tx_hash" TEXT NOT NULL,
    "log_index" INTEGER NOT NULL,
    "part" INTEGER NOT NULL DEFAULT 0,
    "account" TEXT NOT NULL,
    "credit_id" DECIMAL(78,0) NOT NULL,
    "what" TEXT NOT NULL,
    "energy_wh" DECIMAL(20,0) NOT NULL,
    -- Signed effect on what the account holds.
    "effect_wh" DECIMAL(21,0) NOT NULL,
    "amount" DECIMAL(39,0),
    "counterparty" TEXT,
    "block_number" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "credit_movement_pkey" PRIMARY KEY ("tx_hash", "log_index", "part")
);
CREATE INDEX "credit_movement_account_block_number_idx" ON "credit_movement"("account", "block_number");

CREATE TABLE "storage_offer" (
    "id" BIGINT NOT NULL,
    "operator" TEXT NOT NULL,
    "efficiency" INTEGER NOT NULL,
    "lifetime" BIGINT NOT NULL,
    "capacity_wh" DECIMAL(20,0) NOT NULL,
    "left_wh" DECIMAL(20,0) NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "tx_hash" TEXT NOT NULL,

    CONSTRAINT "storage_offer_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "feed_in_price" (
    "region" BIGINT NOT NULL,
    "start" BIGINT NOT NULL,
    "payer" TEXT NOT NULL,
    "price" DECIMAL(20,0) NOT NULL,
    "tx_hash" TEXT NOT NULL,

    CONSTRAINT "feed_in_price_pkey" PRIMARY KEY ("region", "start")
);

-- Accounts of one group cannot trade with each other.
CREATE TABLE "member_group" (
    "address" TEXT NOT NULL,
    "number" BIGINT NOT NULL,

    CONSTRAINT "member_group_pkey" PRIMARY KEY ("address")
);

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON "surplus_session", "surplus_line", "surplus_order", "credit",
    "credit_holding", "credit_movement", "storage_offer", "feed_in_price", "member_group" TO switchyard_worker;
GRANT SELECT ON "surplus_session", "surplus_line", "surplus_order", "credit", "credit_holding", "credit_movement",
    "storage_offer", "feed_in_price", "member_group" TO switchyard_app;

DO $$
DECLARE owned TEXT;
BEGIN
    FOREACH owned IN ARRAY ARRAY['surplus_order', 'credit_holding', 'credit_movement', 'member_group'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
        EXECUTE format('CREATE POLICY worker ON %I TO switchyard_worker USING (true) WITH CHECK (true)', owned);
    END LOOP;
END
$$;

CREATE POLICY viewer ON "surplus_order" FOR SELECT TO switchyard_app USING ("account" = (SELECT viewer()));
CREATE POLICY viewer ON "credit_holding" FOR SELECT TO switchyard_app USING ("account" = (SELECT viewer()));
CREATE POLICY viewer ON "credit_movement" FOR SELECT TO switchyard_app USING ("account" = (SELECT viewer()));
CREATE POLICY viewer ON "member_group" FOR SELECT TO switchyard_app USING ("address" = (SELECT viewer()));

-- What owners sign. Clearing and claiming need nobody's signature: the worker asks for them itself.
ALTER POLICY requester ON "relay_request"
    WITH CHECK ("requester" = (SELECT viewer()) AND "status" = 'queued'
        AND "kind" IN ('sign', 'switch', 'end', 'deposit', 'withdraw',
            'list', 'bid', 'withdrawOrder', 'store', 'return', 'instruct'));
