-- What people change in interval data: who, why, by which method. The rows before are in interval_day_version, whose
-- replaced_by names the change.
CREATE TABLE "interval_change" (
    "id" UUID NOT NULL,
    "meter_id" TEXT NOT NULL,
    "operator" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "undoes" UUID,
    "created_at" BIGINT NOT NULL DEFAULT (EXTRACT(epoch FROM now()))::bigint,

    CONSTRAINT "interval_change_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "interval_change_kind" CHECK ("kind" IN ('estimate', 'edit', 'undo') AND ("kind" = 'undo') = ("undoes" IS NOT NULL))
);

-- A change is undone once.
CREATE UNIQUE INDEX "interval_change_undoes_key" ON "interval_change"("undoes");
CREATE INDEX "interval_change_meter_id_created_at_idx" ON "interval_change"("meter_id", "created_at");
CREATE INDEX "interval_day_version_replaced_by_idx" ON "interval_day_version"("replaced_by");

-- Written once, never altered: the record of who did what.
GRANT SELECT, INSERT ON "interval_change" TO switchyard_worker;
GRANT SELECT ON "interval_change" TO switchyard_app;
ALTER TABLE "interval_change" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "interval_change" FORCE ROW LEVEL SECURITY;
CREATE POLICY worker ON "interval_change" TO switchyard_worker USING (true) WITH CHECK (true);
-- The meter's operator, and its holder since it moved in.
CREATE POLICY viewer ON "interval_change" FOR SELECT TO switchyard_app
    USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = "interval_change"."meter_id"
        AND ((SELECT viewer()) = m."operator" OR ((SELECT viewer()) = m."holder" AND m."holder_since" <= "created_at"))));
