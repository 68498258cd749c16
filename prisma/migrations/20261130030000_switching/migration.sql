-- A consumer may also ask the relayer to switch and to end.
ALTER POLICY requester ON "relay_request"
    WITH CHECK ("requester" = (SELECT viewer()) AND "status" = 'queued'
        AND "kind" IN ('sign', 'switch', 'end', 'deposit', 'withdraw'));

-- A cut agreement supplies up to its cut, and its last bill may come days later: meanwhile its retailer sees nothing of what is
-- measured after the cut, which is the next supplier's. (Where an agreement ended at last is where it was cut.)
DO $$
DECLARE
    days TEXT;
    reads TEXT;
BEGIN
    FOREACH days IN ARRAY ARRAY['interval_day', 'interval_day_version'] LOOP
        EXECUTE format($policy$ALTER POLICY viewer ON %1$I
            USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = %1$I."meter_id"
                    AND ((SELECT viewer()) = m."operator" OR ((SELECT viewer()) = m."holder"
                        AND date '1970-01-01' + ((m."holder_since" + 50400) / 86400)::int < "day")))
                OR EXISTS (SELECT FROM "agreement" a WHERE a."meter_id" = %1$I."meter_id"
                    AND date '1970-01-01' + ((a."start" + 43200) / 86400)::int <= "day"
                    AND (COALESCE(a."ended_at", a."ends_at") IS NULL
                        OR "day" < date '1970-01-01' + ((COALESCE(a."ended_at", a."ends_at") + 43200) / 86400)::int)))
        $policy$, days);
    END LOOP;
    FOREACH reads IN ARRAY ARRAY['meter_read', 'register_reading'] LOOP
        EXECUTE format($policy$ALTER POLICY viewer ON %1$I
            USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = %1$I."meter_id"
                    AND ((SELECT viewer()) = m."operator" OR ((SELECT viewer()) = m."holder" AND m."holder_since" <= "time")))
                OR EXISTS (SELECT FROM "agreement" a WHERE a."meter_id" = %1$I."meter_id"
                    AND a."start" <= "time" AND "time" <= COALESCE(a."ended_at", a."ends_at", "time")))
        $policy$, reads);
    END LOOP;
END
$$;
ALTER POLICY viewer ON "erasure"
    USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = "erasure"."meter_id"
            AND ((SELECT viewer()) = m."operator" OR ((SELECT viewer()) = m."holder"
                AND date '1970-01-01' + ((m."holder_since" + 50400) / 86400)::int < "to_day" - 1)))
        OR EXISTS (SELECT FROM "agreement" a WHERE a."meter_id" = "erasure"."meter_id"
            AND date '1970-01-01' + ((a."start" + 43200) / 86400)::int < "to_day"
            AND (COALESCE(a."ended_at", a."ends_at") IS NULL
                OR "from_day" < date '1970-01-01' + ((COALESCE(a."ended_at", a."ends_at") + 43200) / 86400)::int)));
ALTER POLICY viewer ON "meter_exchange"
    USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = "meter_exchange"."meter_id"
            AND ((SELECT viewer()) = m."operator" OR ((SELECT viewer()) = m."holder" AND m."holder_since" <= "exchanged_at")))
        OR EXISTS (SELECT FROM "agreement" a WHERE a."meter_id" = "meter_exchange"."meter_id"
            AND a."start" <= "exchanged_at"
            AND (COALESCE(a."ended_at", a."ends_at") IS NULL OR "until" < COALESCE(a."ended_at", a."ends_at"))));
