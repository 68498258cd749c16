-- Interval data by month of the day, with a quality for each interval, the sums of the day, and every row that was ever
-- replaced; imports of meter files with their reports.

ALTER TABLE "interval_day" RENAME TO "interval_day_whole";
ALTER TABLE "interval_day_whole" RENAME CONSTRAINT "interval_day_pkey" TO "interval_day_whole_pkey";

CREATE TABLE "interval_day" (
    "meter_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "data" BYTEA NOT NULL,
    "export_data" BYTEA NOT NULL,
    "minutes" INTEGER NOT NULL DEFAULT 60,
    "quality" TEXT NOT NULL,
    "qualities" BYTEA,
    "salt" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "import_wh" BIGINT NOT NULL,
    "export_wh" BIGINT NOT NULL,

    CONSTRAINT "interval_day_pkey" PRIMARY KEY ("meter_id","day")
) PARTITION BY RANGE ("day");

-- What was not measured is looked for across meters, and is a small part of all.
CREATE INDEX "interval_day_doubtful_idx" ON "interval_day"("meter_id", "day") WHERE "quality" <> 'Measured';

CREATE TABLE "interval_day_version" (
    "meter_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,
    "export_data" BYTEA NOT NULL,
    "minutes" INTEGER NOT NULL,
    "quality" TEXT NOT NULL,
    "qualities" BYTEA,
    "salt" BYTEA NOT NULL,
    "replaced_at" BIGINT NOT NULL,
    "replaced_by" UUID,

    CONSTRAINT "interval_day_version_pkey" PRIMARY KEY ("meter_id","day","version")
);

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON "interval_day", "interval_day_version" TO switchyard_worker;
GRANT SELECT ON "interval_day", "interval_day_version" TO switchyard_app;

-- The same rows as before; a version is seen by whoever may see the day.
DO $$
DECLARE
    days TEXT;
BEGIN
    FOREACH days IN ARRAY ARRAY['interval_day', 'interval_day_version'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', days);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', days);
        EXECUTE format('CREATE POLICY worker ON %I TO switchyard_worker USING (true) WITH CHECK (true)', days);
        EXECUTE format($policy$CREATE POLICY viewer ON %1$I FOR SELECT TO switchyard_app
            USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = %1$I."meter_id"
                    AND ((SELECT viewer()) = m."operator" OR ((SELECT viewer()) = m."holder"
                        AND date '1970-01-01' + ((m."holder_since" + 50400) / 86400)::int < "day")))
                OR EXISTS (SELECT FROM "agreement" a WHERE a."meter_id" = %1$I."meter_id"
                    AND date '1970-01-01' + ((a."start" + 43200) / 86400)::int <= "day"
                    AND (a."ended_at" IS NULL OR "day" < date '1970-01-01' + ((a."ended_at" + 43200) / 86400)::int)))
        $policy$, days);
    END LOOP;
END
$$;

-- The months that days of this span need. A partition is reached through the table only: it has row-level security and
-- nobody a right to it. ATTACH waits for no reader of the table, which PARTITION OF would. The worker may not create tables,
-- so this runs as their owner; years that no meter file has are refused, so that nobody makes partitions without end.
CREATE FUNCTION interval_partitions(first_day DATE, last_day DATE) RETURNS VOID
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    month DATE := date_trunc('month', first_day)::date;
    next_month DATE;
    part TEXT;
BEGIN
    IF first_day < date '2000-01-01' OR last_day >= date '2100-01-01' THEN
        RAISE EXCEPTION 'no days of % to % are stored', first_day, last_day USING ERRCODE = 'datetime_field_overflow';
    END IF;
    WHILE month <= last_day LOOP
        next_month := (month + interval '1 month')::date;
        part := 'interval_day_' || to_char(month, 'YYYY_MM');
        IF to_regclass('public.' || part) IS NULL THEN
            PERFORM pg_advisory_xact_lock(hashtext('interval_partitions'));
            IF to_regclass('public.' || part) IS NULL THEN
                EXECUTE format('CREATE TABLE public.%I (LIKE public.interval_day INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part);
                EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', part);
                EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', part);
                -- The check spares the attachment a look at the rows.
                EXECUTE format('ALTER TABLE public.%I ADD CONSTRAINT month CHECK (day >= %L AND day < %L)', part, month, next_month);
                EXECUTE format('ALTER TABLE public.interval_day ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)',
                    part, month, next_month);
                EXECUTE format('ALTER TABLE public.%I DROP CONSTRAINT month', part);
            END IF;
        END IF;
        month := next_month;
    END LOOP;
END
$$;
REVOKE ALL ON FUNCTION interval_partitions(DATE, DATE) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION interval_partitions(DATE, DATE) TO switchyard_worker;

-- Whoever replaces a day keeps the one before, whatever statement it uses; the transaction may say which import it is.
CREATE FUNCTION keep_interval_version() RETURNS TRIGGER
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO public."interval_day_version"
        ("meter_id", "day", "version", "data", "export_data", "minutes", "quality", "qualities", "salt", "replaced_at", "replaced_by")
    VALUES (OLD."meter_id", OLD."day", OLD."version", OLD."data", OLD."export_data", OLD."minutes", OLD."quality", OLD."qualities",
        OLD."salt", extract(epoch FROM now())::bigint, NULLIF(current_setting('app.import', true), '')::uuid);
    NEW."version" := OLD."version" + 1;
    RETURN NEW;
END
$$;
CREATE TRIGGER keep_version BEFORE UPDATE ON "interval_day" FOR EACH ROW
WHEN ((OLD."data", OLD."export_data", OLD."minutes", OLD."quality", OLD."qualities")
    IS DISTINCT FROM (NEW."data", NEW."export_data", NEW."minutes", NEW."quality", NEW."qualities"))
EXECUTE FUNCTION keep_interval_version();

-- Rows that are there move. The sum of packed intervals: unsigned LEB128, see lib/domain/metering/intervals.ts.
CREATE FUNCTION pg_temp.packed_sum(packed BYTEA) RETURNS BIGINT LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    total BIGINT := 0;
    value BIGINT := 0;
    bits INT := 0;
    byte INT;
BEGIN
    FOR place IN 0 .. length(packed) - 1 LOOP
        byte := get_byte(packed, place);
        value := value | ((byte & 127)::bigint << bits);
        IF byte >= 128 THEN
            bits := bits + 7;
        ELSE
            total := total + value;
            value := 0;
            bits := 0;
        END IF;
    END LOOP;
    RETURN total;
END
$$;
DO $$
DECLARE
    first_day DATE;
    last_day DATE;
BEGIN
    -- FORCE holds for the owner of the table, too, who is moving it whole.
    ALTER TABLE "interval_day_whole" DISABLE ROW LEVEL SECURITY;
    SELECT min("day"), max("day") INTO first_day, last_day FROM "interval_day_whole";
    IF first_day IS NOT NULL THEN
        PERFORM interval_partitions(first_day, last_day);
    END IF;
    CREATE POLICY moving ON "interval_day" FOR INSERT TO CURRENT_USER WITH CHECK (true);
    INSERT INTO "interval_day" ("meter_id", "day", "data", "export_data", "minutes", "quality", "salt", "import_wh", "export_wh")
    SELECT "meter_id", "day", "data", "export_data", "minutes", "quality", "salt",
        pg_temp.packed_sum("data"), pg_temp.packed_sum("export_data")
    FROM "interval_day_whole";
    DROP POLICY moving ON "interval_day";
END
$$;
DROP TABLE "interval_day_whole";
DROP FUNCTION pg_temp.packed_sum(BYTEA);

-- A meter file that was handed in, and what became of it.
CREATE TABLE "meter_import" (
    "id" UUID NOT NULL,
    "operator" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "sha256" TEXT,
    "format" TEXT,
    "status" TEXT NOT NULL DEFAULT 'reading',
    "staged_days" INTEGER NOT NULL DEFAULT 0,
    "meters" INTEGER NOT NULL DEFAULT 0,
    "days_new" INTEGER NOT NULL DEFAULT 0,
    "days_changed" INTEGER NOT NULL DEFAULT 0,
    "days_unchanged" INTEGER NOT NULL DEFAULT 0,
    "readings" INTEGER NOT NULL DEFAULT 0,
    "faults" INTEGER NOT NULL DEFAULT 0,
    "remarks" INTEGER NOT NULL DEFAULT 0,
    "from_day" DATE,
    "to_day" DATE,
    "created_at" BIGINT NOT NULL DEFAULT (EXTRACT(epoch FROM now()))::bigint,
    "finished_at" BIGINT,

    CONSTRAINT "meter_import_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "meter_import_status" CHECK ("status" IN ('reading', 'refused', 'done', 'failed'))
);

CREATE INDEX "meter_import_operator_created_at_idx" ON "meter_import"("operator", "created_at");

CREATE TABLE "meter_import_line" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "operator" TEXT NOT NULL,
    "line" INTEGER,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "meter_import_line_pkey" PRIMARY KEY ("import_id","position"),
    CONSTRAINT "meter_import_line_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "meter_import"("id") ON DELETE CASCADE
);

-- What registers showed, unsigned, as files say. Bills are made from signed reads only (meter_read).
CREATE TABLE "register_reading" (
    "meter_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "time" BIGINT NOT NULL,
    "direction" TEXT NOT NULL,
    "register" INTEGER,
    "value_wh" DECIMAL(20,0) NOT NULL,
    "quality" TEXT NOT NULL,
    "import_id" UUID NOT NULL,

    CONSTRAINT "register_reading_pkey" PRIMARY KEY ("meter_id","channel","time"),
    CONSTRAINT "register_reading_register" CHECK ("register" BETWEEN 0 AND 4)
);

-- How a person's CSV files are to be read.
CREATE TABLE "csv_mapping" (
    "owner" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "saved_at" BIGINT NOT NULL DEFAULT (EXTRACT(epoch FROM now()))::bigint,

    CONSTRAINT "csv_mapping_pkey" PRIMARY KEY ("owner","name")
);

CREATE INDEX "meter_label_number_idx" ON "meter_label"("number");

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON "meter_import", "meter_import_line", "register_reading", "csv_mapping"
TO switchyard_worker;
GRANT SELECT ON "meter_import", "meter_import_line", "register_reading", "csv_mapping" TO switchyard_app;
DO $$
DECLARE
    owned TEXT;
BEGIN
    FOREACH owned IN ARRAY ARRAY['meter_import', 'meter_import_line', 'register_reading', 'csv_mapping'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
        EXECUTE format('CREATE POLICY worker ON %I TO switchyard_worker USING (true) WITH CHECK (true)', owned);
    END LOOP;
END
$$;
CREATE POLICY viewer ON "meter_import" FOR SELECT TO switchyard_app USING ("operator" = (SELECT viewer()));
CREATE POLICY viewer ON "meter_import_line" FOR SELECT TO switchyard_app USING ("operator" = (SELECT viewer()));
CREATE POLICY viewer ON "csv_mapping" FOR SELECT TO switchyard_app USING ("owner" = (SELECT viewer()));
-- As with signed reads: its operator, its holder since it moved in, and who supplies it.
CREATE POLICY viewer ON "register_reading" FOR SELECT TO switchyard_app
    USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = "register_reading"."meter_id"
            AND ((SELECT viewer()) = m."operator" OR ((SELECT viewer()) = m."holder" AND m."holder_since" <= "time")))
        OR EXISTS (SELECT FROM "agreement" a WHERE a."meter_id" = "register_reading"."meter_id"
            AND a."start" <= "time" AND (a."ended_at" IS NULL OR "time" <= a."ended_at")));

-- Meters of the viewer whose days of [first_day, end_day) are not all measured, in order of their ids: how many days were
-- estimated, substituted, lack some intervals, or are not there at all. One pass over many rows that are all the viewer's:
-- asking the policy of each would take longer than counting them.
CREATE FUNCTION doubtful_meters(first_day DATE, end_day DATE, after_meter TEXT, how_many INTEGER) RETURNS TABLE (
    meter_id TEXT, estimated INTEGER, substituted INTEGER, incomplete INTEGER, absent INTEGER, last_day DATE
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m."id", d.estimated, d.substituted, d.incomplete, (end_day - first_day) - d.days, d.last_day
    FROM public."meter" m
    CROSS JOIN LATERAL (
        SELECT count(*)::int AS days, max(i."day") AS last_day,
            (count(*) FILTER (WHERE i."quality" = 'Estimated'))::int AS estimated,
            (count(*) FILTER (WHERE i."quality" = 'Substituted'))::int AS substituted,
            (count(*) FILTER (WHERE i."quality" = 'Missing'))::int AS incomplete
        FROM public."interval_day" i
        WHERE i."meter_id" = m."id" AND i."day" >= first_day AND i."day" < end_day
    ) d
    WHERE m."operator" = public.viewer() AND m."id" > after_meter
        AND (d.days < end_day - first_day OR d.estimated + d.substituted + d.incomplete > 0)
    ORDER BY m."id" LIMIT least(how_many, 500)
$$;
REVOKE ALL ON FUNCTION doubtful_meters(DATE, DATE, TEXT, INTEGER) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION doubtful_meters(DATE, DATE, TEXT, INTEGER) TO switchyard_app, switchyard_worker;
DO $$
BEGIN
    GRANT CREATE ON SCHEMA public TO switchyard_worker;
    ALTER FUNCTION doubtful_meters(DATE, DATE, TEXT, INTEGER) OWNER TO switchyard_worker;
    REVOKE CREATE ON SCHEMA public FROM switchyard_worker;
END
$$;
