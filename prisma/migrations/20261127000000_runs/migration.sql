-- Bills made from estimated reads say from which, and so do their revisions; what settlement runs were refused.

ALTER TABLE "bill" ADD COLUMN "basis" JSONB;

ALTER TABLE "bill_revision"
    ADD COLUMN "basis" JSONB,
    ADD COLUMN "block_number" BIGINT NOT NULL DEFAULT 0;

CREATE INDEX "bill_basis_idx" ON "bill"("meter_id") WHERE "basis" IS NOT NULL;

-- A revision or a month of a purchase that the contracts refuse, and why. Written by settlement runs, not by the follower.
CREATE TABLE "refused_run" (
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "start" BIGINT NOT NULL,
    "parties" TEXT[],
    "reason_name" TEXT NOT NULL,
    "reason_facts" JSONB NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "refused_run_pkey" PRIMARY KEY ("kind", "subject", "start")
);

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON "refused_run" TO switchyard_worker;
GRANT SELECT ON "refused_run" TO switchyard_app;
ALTER TABLE "refused_run" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "refused_run" FORCE ROW LEVEL SECURITY;
CREATE POLICY worker ON "refused_run" TO switchyard_worker USING (true) WITH CHECK (true);
CREATE POLICY viewer ON "refused_run" FOR SELECT TO switchyard_app USING ((SELECT viewer()) = ANY ("parties"));
