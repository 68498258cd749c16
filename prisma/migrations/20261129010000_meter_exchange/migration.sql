-- Meters that take another's place, keys that were revoked, and reads that are handed in twice.

ALTER TABLE "meter" ADD COLUMN "revoked_at" BIGINT;

CREATE TABLE "meter_exchange" (
    "tx_hash" TEXT NOT NULL,
    "log_index" INTEGER NOT NULL,
    "meter_id" TEXT NOT NULL,
    "until" BIGINT NOT NULL,
    "exchanged_at" BIGINT NOT NULL,
    "former" JSONB NOT NULL,
    "next" JSONB NOT NULL,
    "last" JSONB NOT NULL,
    "closing" JSONB NOT NULL,
    "opening" JSONB NOT NULL,
    "carried" JSONB NOT NULL,
    "block_number" BIGINT NOT NULL,

    CONSTRAINT "meter_exchange_pkey" PRIMARY KEY ("tx_hash", "log_index")
);

CREATE INDEX "meter_exchange_meter_id_until_idx" ON "meter_exchange"("meter_id", "until");

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON "meter_exchange" TO switchyard_worker;
GRANT SELECT ON "meter_exchange" TO switchyard_app;
ALTER TABLE "meter_exchange" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "meter_exchange" FORCE ROW LEVEL SECURITY;
CREATE POLICY worker ON "meter_exchange" TO switchyard_worker USING (true) WITH CHECK (true);
-- Like the reads of the instant: the operator; the holder who was there; whom an agreement made a party to the month.
CREATE POLICY viewer ON "meter_exchange" FOR SELECT TO switchyard_app
    USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = "meter_exchange"."meter_id"
            AND ((SELECT viewer()) = m."operator" OR ((SELECT viewer()) = m."holder" AND m."holder_since" <= "exchanged_at")))
        OR EXISTS (SELECT FROM "agreement" a WHERE a."meter_id" = "meter_exchange"."meter_id"
            AND a."start" <= "exchanged_at" AND (a."ended_at" IS NULL OR "until" < a."ended_at")));

-- A read that was handed in and not refused is one request, however often and by however many at once it is handed in.
CREATE UNIQUE INDEX "relay_request_read_once" ON "relay_request" (("payload"->>'digest'))
    WHERE "kind" = 'read' AND "payload" ? 'digest' AND "status" <> 'refused';
