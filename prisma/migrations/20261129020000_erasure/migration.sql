-- What meters committed to, so that one day can be proven after another has changed or is gone; and what was erased on request.

-- The leaves under the interval root of a read, one hash of 32 bytes for each day, in the order of the days. A leaf without its
-- salt says nothing about its day.
CREATE TABLE "interval_tree" (
    "meter_id" TEXT NOT NULL,
    "interval_root" TEXT NOT NULL,
    "days" DATE[] NOT NULL,
    "leaves" BYTEA NOT NULL,

    CONSTRAINT "interval_tree_pkey" PRIMARY KEY ("meter_id","interval_root"),
    CONSTRAINT "interval_tree_leaves" CHECK (length("leaves") = 32 * cardinality("days"))
);

-- That something was erased, and when. Nothing of whom: the meter's id is all that is left of the link.
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "meter_id" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    -- The first day that was not erased any more.
    "to_day" DATE NOT NULL,
    "days" INTEGER NOT NULL,
    "asked_by" TEXT NOT NULL,
    -- Whether the meter's number and its salt were erased, too.
    "unlinked" BOOLEAN NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "erasure_span" CHECK ("from_day" < "to_day"),
    CONSTRAINT "erasure_asked_by" CHECK ("asked_by" IN ('holder', 'operator'))
);
CREATE INDEX "erasure_meter_id_from_day_idx" ON "erasure"("meter_id", "from_day");

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON "interval_tree" TO switchyard_worker;
-- A record that somebody's data were erased is never changed.
GRANT SELECT, INSERT ON "erasure" TO switchyard_worker;
GRANT SELECT ON "interval_tree", "erasure" TO switchyard_app;
DO $$
DECLARE
    owned TEXT;
BEGIN
    FOREACH owned IN ARRAY ARRAY['interval_tree', 'erasure'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
        EXECUTE format('CREATE POLICY worker ON %I TO switchyard_worker USING (true) WITH CHECK (true)', owned);
    END LOOP;
END
$$;

-- Whoever may see one day of a tree needs the hashes of the others to prove it.
CREATE POLICY viewer ON "interval_tree" FOR SELECT TO switchyard_app
    USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = "interval_tree"."meter_id")
        OR EXISTS (SELECT FROM "agreement" a WHERE a."meter_id" = "interval_tree"."meter_id"));
-- Whoever could see some of the days that are gone. (As for interval_day; a later holder learns nothing of an earlier one.)
CREATE POLICY viewer ON "erasure" FOR SELECT TO switchyard_app
    USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = "erasure"."meter_id"
            AND ((SELECT viewer()) = m."operator" OR ((SELECT viewer()) = m."holder"
                AND date '1970-01-01' + ((m."holder_since" + 50400) / 86400)::int < "to_day" - 1)))
        OR EXISTS (SELECT FROM "agreement" a WHERE a."meter_id" = "erasure"."meter_id"
            AND date '1970-01-01' + ((a."start" + 43200) / 86400)::int < "to_day"
            AND (a."ended_at" IS NULL OR "from_day" < date '1970-01-01' + ((a."ended_at" + 43200) / 86400)::int)));

-- Erased stays erased: a file that is imported once more brings no day back, whatever statement writes it. Once for each
-- statement, and at once over where nothing was ever erased: imports write millions of days.
CREATE FUNCTION keep_erased() RETURNS TRIGGER
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM public."erasure") THEN
        DELETE FROM public."interval_day" d USING written w, public."erasure" e
        WHERE e."meter_id" = w."meter_id" AND e."from_day" <= w."day" AND w."day" < e."to_day"
            AND d."meter_id" = w."meter_id" AND d."day" = w."day";
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER keep_erased AFTER INSERT ON "interval_day" REFERENCING NEW TABLE AS written
FOR EACH STATEMENT EXECUTE FUNCTION keep_erased();
