-- A change is about the days it changed, whenever it was made: its reason and its figures may tell of who lived there then. As for
-- interval_day, a holder sees those of whole days since it moved in.
ALTER POLICY viewer ON "interval_change"
    USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = "interval_change"."meter_id"
        AND ((SELECT viewer()) = m."operator" OR ((SELECT viewer()) = m."holder"
            AND date '1970-01-01' + ((m."holder_since" + 50400) / 86400)::int
                < (SELECT min((changed->>'day')::date) FROM jsonb_array_elements("detail"->'days') AS changed)))));
