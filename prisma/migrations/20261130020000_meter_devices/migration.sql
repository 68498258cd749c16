-- Reads that wait for a true one are few among very many.
CREATE INDEX "meter_read_not_measured_idx" ON "meter_read"("time" DESC, "meter_id") WHERE "quality" <> 'Measured';

-- Since when the present device counts at the supply point: zero until it was exchanged.
ALTER TABLE "meter" ADD COLUMN "device_since" BIGINT NOT NULL DEFAULT 0;
UPDATE "meter" m SET "device_since" = e."at"
FROM (SELECT DISTINCT ON ("meter_id") "meter_id", "exchanged_at" AS "at" FROM "meter_exchange"
    ORDER BY "meter_id", "until" DESC, "block_number" DESC, "log_index" DESC) e
WHERE e."meter_id" = m."id";

-- What is written on the devices of a supply point, one after the other. Off chain, like number and label.
CREATE TABLE "meter_device" (
    "meter_id" TEXT NOT NULL,
    "since" BIGINT NOT NULL,
    "serial" TEXT NOT NULL,

    CONSTRAINT "meter_device_pkey" PRIMARY KEY ("meter_id", "since"),
    CONSTRAINT "meter_device_serial" CHECK (char_length("serial") BETWEEN 1 AND 40)
);
CREATE INDEX "meter_device_serial_idx" ON "meter_device"("serial");

-- What a file said in all of each channel. Beside counts, because it names meters: erasing their days takes it away.
CREATE TABLE "meter_import_total" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "operator" TEXT NOT NULL,
    "meter_id" TEXT NOT NULL,
    "meter" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "intervals" INTEGER NOT NULL,
    "energy_wh" DECIMAL(20,0) NOT NULL,
    "estimated" INTEGER NOT NULL,
    "substituted" INTEGER NOT NULL,
    "missing" INTEGER NOT NULL,

    CONSTRAINT "meter_import_total_pkey" PRIMARY KEY ("import_id", "position"),
    CONSTRAINT "meter_import_total_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "meter_import"("id") ON DELETE CASCADE,
    CONSTRAINT "meter_import_total_direction" CHECK ("direction" IN ('import', 'export'))
);
CREATE INDEX "meter_import_total_meter_id_idx" ON "meter_import_total"("meter_id");
-- How many channels there were: the first of them have totals.
ALTER TABLE "meter_import" ADD COLUMN "channels" INTEGER NOT NULL DEFAULT 0;

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON "meter_device", "meter_import_total" TO switchyard_worker;
GRANT SELECT ON "meter_device", "meter_import_total" TO switchyard_app;
DO $$
DECLARE
    owned TEXT;
BEGIN
    FOREACH owned IN ARRAY ARRAY['meter_device', 'meter_import_total'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
        EXECUTE format('CREATE POLICY worker ON %I TO switchyard_worker USING (true) WITH CHECK (true)', owned);
    END LOOP;
END
$$;
-- Like the label of the supply point.
CREATE POLICY viewer ON "meter_device" FOR SELECT TO switchyard_app
    USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = "meter_device"."meter_id")
        OR EXISTS (SELECT FROM "agreement" a WHERE a."meter_id" = "meter_device"."meter_id"));
CREATE POLICY viewer ON "meter_import_total" FOR SELECT TO switchyard_app USING ("operator" = (SELECT viewer()));

-- Meters of the viewer in order of their numbers, those without one last, and how many there are in all: those that have every
-- word (a LIKE pattern) in one of their names. One pass over rows that are all the viewer's, as doubtful_meters makes it.
CREATE FUNCTION operator_meters(words TEXT[], how_many INTEGER, skipped INTEGER) RETURNS TABLE (meter_id TEXT, count BIGINT)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m."id", count(*) OVER ()
    FROM public."meter" m
    LEFT JOIN public."meter_label" l ON l."meter_id" = m."id"
    LEFT JOIN public."meter_device" d ON d."meter_id" = m."id" AND d."since" = m."device_since"
    WHERE m."operator" = public.viewer()
        AND lower(concat_ws(' ', l."label", l."number", d."serial", m."id")) LIKE ALL (words)
    ORDER BY l."number" NULLS LAST, m."id" LIMIT least(how_many, 500) OFFSET skipped
$$;
REVOKE ALL ON FUNCTION operator_meters(TEXT[], INTEGER, INTEGER) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION operator_meters(TEXT[], INTEGER, INTEGER) TO switchyard_app;
DO $$
BEGIN
    GRANT CREATE ON SCHEMA public TO switchyard_worker;
    ALTER FUNCTION operator_meters(TEXT[], INTEGER, INTEGER) OWNER TO switchyard_worker;
    REVOKE CREATE ON SCHEMA public FROM switchyard_worker;
END
$$;
