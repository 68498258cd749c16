-- New days of an import are written once: COPY straight into their month, which PostgreSQL refuses under row-level security. So a
-- month has none; instead nobody has a right to it but the worker, who may add rows and do nothing else, not even read them. What
-- it may add is what it may add to the whole table: the policy there lets it write every row, the key and the bounds of the month
-- hold for whoever writes, and what was erased stays erased, since the month has the trigger of the whole table for itself.
CREATE FUNCTION open_interval_month(part REGCLASS) RETURNS VOID
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY', part);
    -- Whatever default privileges an installation has.
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, switchyard_app, switchyard_worker', part);
    EXECUTE format('GRANT INSERT ON %s TO switchyard_worker', part);
    EXECUTE format('CREATE TRIGGER keep_erased AFTER INSERT ON %s REFERENCING NEW TABLE AS written
        FOR EACH STATEMENT EXECUTE FUNCTION keep_erased()', part);
END
$$;
REVOKE ALL ON FUNCTION open_interval_month(REGCLASS) FROM PUBLIC;

SELECT open_interval_month(inhrelid::regclass) FROM pg_inherits WHERE inhparent = 'interval_day'::regclass;

-- As before, but for the rights.
CREATE OR REPLACE FUNCTION interval_partitions(first_day DATE, last_day DATE) RETURNS VOID
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
            -- One maker at a time, and the second sees what the first made. Readers and writers are not kept waiting.
            LOCK TABLE public.interval_day IN SHARE UPDATE EXCLUSIVE MODE;
            IF to_regclass('public.' || part) IS NULL THEN
                EXECUTE format('CREATE TABLE public.%I (LIKE public.interval_day INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part);
                PERFORM public.open_interval_month(('public.' || part)::regclass);
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

-- An import asks of each thousand days it changes which of them were billed.
CREATE INDEX "bill_meter_id_start_idx" ON "bill"("meter_id", "start");
