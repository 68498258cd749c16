-- The first schema of the market: tables, then who may see which row. Runs on PostgreSQL 15 and newer, as a superuser or
-- as a login that owns the database and has CREATEROLE.

CREATE TABLE "chain_cursor" (
    "chain_id" BIGINT NOT NULL,
    "genesis_hash" TEXT NOT NULL,
    "block_number" BIGINT NOT NULL,
    "block_hash" TEXT NOT NULL,
    "finalized_block" BIGINT NOT NULL DEFAULT 0,
    "followed_at" BIGINT NOT NULL DEFAULT 0,
    "halted_reason" TEXT,

    CONSTRAINT "chain_cursor_pkey" PRIMARY KEY ("chain_id")
);

CREATE TABLE "chain_block" (
    "chain_id" BIGINT NOT NULL,
    "number" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "parent_hash" TEXT NOT NULL,
    "timestamp" BIGINT NOT NULL,
    "raw_txs" TEXT[],

    CONSTRAINT "chain_block_pkey" PRIMARY KEY ("chain_id","number")
);

CREATE TABLE "chain_event" (
    "chain_id" BIGINT NOT NULL,
    "tx_hash" TEXT NOT NULL,
    "log_index" INTEGER NOT NULL,
    "block_number" BIGINT NOT NULL,
    "contract" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "args" JSONB NOT NULL,

    CONSTRAINT "chain_event_pkey" PRIMARY KEY ("chain_id","tx_hash","log_index")
);

CREATE TABLE "alarm" (
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("kind","subject")
);

CREATE TABLE "member" (
    "address" TEXT NOT NULL,
    "roles" INTEGER NOT NULL,
    "suspended" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "member_pkey" PRIMARY KEY ("address")
);

CREATE TABLE "market_period" (
    "start" BIGINT NOT NULL,
    "end" BIGINT NOT NULL,

    CONSTRAINT "market_period_pkey" PRIMARY KEY ("start")
);

CREATE TABLE "tariff_table" (
    "region" BIGINT NOT NULL,
    "voltage_class" INTEGER NOT NULL,
    "start" BIGINT NOT NULL,
    "end" BIGINT NOT NULL,
    "table" JSONB NOT NULL,

    CONSTRAINT "tariff_table_pkey" PRIMARY KEY ("region","voltage_class","start")
);

CREATE TABLE "formula" (
    "address" TEXT NOT NULL,
    "name" TEXT,
    "allowed" BOOLEAN NOT NULL,

    CONSTRAINT "formula_pkey" PRIMARY KEY ("address")
);

CREATE TABLE "offer" (
    "id" TEXT NOT NULL,
    "retailer" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "formula" TEXT NOT NULL,
    "offer" JSONB NOT NULL,
    "pricing" JSONB,
    "examples" JSONB NOT NULL,
    "customer_class" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "published_at" BIGINT NOT NULL,
    "withdrawn_at" BIGINT,
    "tx_hash" TEXT NOT NULL,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "activity_pause" (
    "activity" TEXT NOT NULL,
    "until" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "activity_pause_pkey" PRIMARY KEY ("activity")
);

CREATE TABLE "public_profile" (
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "public_profile_pkey" PRIMARY KEY ("address")
);

CREATE TABLE "meter" (
    "id" TEXT NOT NULL,
    "operator" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "holder_since" BIGINT NOT NULL DEFAULT 0,
    "region" BIGINT NOT NULL,
    "voltage_class" INTEGER NOT NULL,
    "customer_class" TEXT NOT NULL,
    "digits" INTEGER NOT NULL,
    "multiplier" INTEGER NOT NULL,
    "capacity_w" DECIMAL(20,0) NOT NULL,
    "signer" TEXT NOT NULL,
    "last_read" JSONB NOT NULL,
    "last_read_time" BIGINT NOT NULL,

    CONSTRAINT "meter_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "meter_read" (
    "meter_id" TEXT NOT NULL,
    "time" BIGINT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "quality" TEXT NOT NULL,
    "import_wh" DECIMAL(20,0)[],
    "export_wh" DECIMAL(20,0) NOT NULL,
    "max_demand_w" DECIMAL(20,0) NOT NULL,
    "interval_root" TEXT NOT NULL,
    "tx_hash" TEXT NOT NULL,

    CONSTRAINT "meter_read_pkey" PRIMARY KEY ("meter_id","time")
);

CREATE TABLE "agreement" (
    "id" TEXT NOT NULL,
    "consumer" TEXT NOT NULL,
    "retailer" TEXT NOT NULL,
    "offer_id" TEXT NOT NULL,
    "meter_id" TEXT NOT NULL,
    "start" BIGINT NOT NULL,
    "contracted_wh" DECIMAL(20,0)[],
    "nonce" DECIMAL(78,0) NOT NULL,
    "expiry" BIGINT NOT NULL,
    "term_periods" INTEGER NOT NULL,
    "deposit" DECIMAL(39,0) NOT NULL,
    "periods" INTEGER NOT NULL DEFAULT 0,
    "settled_until" BIGINT NOT NULL,
    "ended_at" BIGINT,
    "tx_hash" TEXT NOT NULL,
    "signed_at" BIGINT NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "bill" (
    "id" TEXT NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "start" BIGINT NOT NULL,
    "run" INTEGER NOT NULL DEFAULT 0,
    "end" BIGINT NOT NULL,
    "consumer" TEXT NOT NULL,
    "retailer" TEXT NOT NULL,
    "grid" TEXT NOT NULL,
    "offer_id" TEXT NOT NULL,
    "meter_id" TEXT NOT NULL,
    "contracted_wh" DECIMAL(20,0) NOT NULL,
    "used_wh" DECIMAL(20,0)[],
    "total" DECIMAL(39,0) NOT NULL,
    "tx_hash" TEXT NOT NULL,
    "block_number" BIGINT NOT NULL,
    "settled_at" BIGINT NOT NULL,

    CONSTRAINT "bill_pkey" PRIMARY KEY ("agreement_id","start","run")
);

CREATE TABLE "bill_line" (
    "bill_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payee" TEXT NOT NULL,
    "payee_address" TEXT NOT NULL,
    "quantity_wh" DECIMAL(20,0) NOT NULL,
    "price" DECIMAL(20,0) NOT NULL,
    "amount" DECIMAL(39,0) NOT NULL,

    CONSTRAINT "bill_line_pkey" PRIMARY KEY ("bill_id","position")
);

CREATE TABLE "escrow_account" (
    "address" TEXT NOT NULL,
    "free" DECIMAL(39,0) NOT NULL DEFAULT 0,
    "locked" DECIMAL(39,0) NOT NULL DEFAULT 0,

    CONSTRAINT "escrow_account_pkey" PRIMARY KEY ("address")
);

CREATE TABLE "escrow_movement" (
    "tx_hash" TEXT NOT NULL,
    "log_index" INTEGER NOT NULL,
    "part" INTEGER NOT NULL DEFAULT 0,
    "address" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" DECIMAL(40,0) NOT NULL,
    "bill_id" TEXT,
    "block_number" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "escrow_movement_pkey" PRIMARY KEY ("tx_hash","log_index","part")
);

CREATE TABLE "settlement_skip" (
    "tx_hash" TEXT NOT NULL,
    "log_index" INTEGER NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "start" BIGINT NOT NULL,
    "consumer" TEXT NOT NULL,
    "retailer" TEXT NOT NULL,
    "reason_name" TEXT NOT NULL,
    "reason_facts" JSONB NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "settlement_skip_pkey" PRIMARY KEY ("tx_hash","log_index")
);

CREATE TABLE "profile" (
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "place" TEXT,

    CONSTRAINT "profile_pkey" PRIMARY KEY ("address")
);

CREATE TABLE "meter_label" (
    "meter_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "meter_label_pkey" PRIMARY KEY ("meter_id")
);

CREATE TABLE "interval_day" (
    "meter_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "data" BYTEA NOT NULL,
    "export_data" BYTEA NOT NULL,
    "minutes" INTEGER NOT NULL DEFAULT 60,
    "quality" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "interval_day_pkey" PRIMARY KEY ("meter_id","day")
);

CREATE TABLE "siwe_nonce" (
    "nonce" TEXT NOT NULL,
    "expires_at" BIGINT NOT NULL,

    CONSTRAINT "siwe_nonce_pkey" PRIMARY KEY ("nonce")
);

CREATE TABLE "relay_request" (
    "id" UUID NOT NULL,
    "requester" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "refusal_name" TEXT,
    "refusal_facts" JSONB,
    "tx_hash" TEXT,
    "raw_tx" TEXT,
    "nonce" BIGINT,
    "block_number" BIGINT,
    "created_at" BIGINT NOT NULL DEFAULT (EXTRACT(epoch FROM now()))::bigint,
    "updated_at" BIGINT NOT NULL DEFAULT (EXTRACT(epoch FROM now()))::bigint,

    CONSTRAINT "relay_request_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "seed_state" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "seed_state_pkey" PRIMARY KEY ("key")
);

CREATE INDEX "chain_event_chain_id_block_number_log_index_idx" ON "chain_event"("chain_id", "block_number", "log_index");

CREATE INDEX "offer_retailer_idx" ON "offer"("retailer");

CREATE INDEX "meter_holder_idx" ON "meter"("holder");

CREATE INDEX "meter_operator_idx" ON "meter"("operator");

CREATE INDEX "agreement_consumer_idx" ON "agreement"("consumer");

CREATE INDEX "agreement_retailer_idx" ON "agreement"("retailer");

CREATE INDEX "agreement_meter_id_idx" ON "agreement"("meter_id");

CREATE INDEX "agreement_offer_id_idx" ON "agreement"("offer_id");

CREATE UNIQUE INDEX "bill_id_key" ON "bill"("id");

CREATE INDEX "bill_consumer_start_idx" ON "bill"("consumer", "start");

CREATE INDEX "bill_retailer_start_idx" ON "bill"("retailer", "start");

CREATE INDEX "bill_grid_idx" ON "bill"("grid");

CREATE INDEX "bill_line_payee_address_idx" ON "bill_line"("payee_address");

CREATE INDEX "escrow_movement_address_block_number_idx" ON "escrow_movement"("address", "block_number");

CREATE INDEX "settlement_skip_agreement_id_start_idx" ON "settlement_skip"("agreement_id", "start");

CREATE INDEX "siwe_nonce_expires_at_idx" ON "siwe_nonce"("expires_at");

CREATE INDEX "relay_request_status_created_at_idx" ON "relay_request"("status", "created_at");

CREATE INDEX "relay_request_requester_idx" ON "relay_request"("requester");

CREATE INDEX "relay_request_tx_hash_idx" ON "relay_request"("tx_hash");

ALTER TABLE "bill_line" ADD CONSTRAINT "bill_line_bill_id_fkey" FOREIGN KEY ("bill_id") REFERENCES "bill"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Roles belong to the whole server: another database may have made them, perhaps at this very moment.
DO $$
DECLARE
    role_name TEXT;
    -- The login takes a role on purpose (SET LOCAL ROLE); before PostgreSQL 16 it has the role's rights all the time.
    modern BOOLEAN := current_setting('server_version_num')::int >= 160000;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['switchyard_app', 'switchyard_worker'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;
            END;
        END IF;
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = role_name AND (rolsuper OR rolbypassrls OR rolcanlogin)) THEN
            RAISE EXCEPTION 'the role % exists already and can do more than Switchyard allows it', role_name;
        END IF;
        -- A member of a role that someone else made may use it, but not give it on.
        BEGIN
            EXECUTE format('GRANT %I TO CURRENT_USER', role_name) || CASE WHEN modern THEN ' WITH INHERIT FALSE, SET TRUE' ELSE '' END;
        EXCEPTION WHEN insufficient_privilege THEN
            IF NOT pg_has_role(current_user, role_name, CASE WHEN modern THEN 'SET' ELSE 'MEMBER' END) THEN
                RAISE EXCEPTION 'the role % exists already: have its owner run GRANT % TO %', role_name, role_name, current_user;
            END IF;
        END;
    END LOOP;
END
$$;

GRANT USAGE ON SCHEMA public TO switchyard_app, switchyard_worker;

-- The worker writes chain facts and what services hand it; it sees everything.
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON
    "chain_cursor", "chain_block", "chain_event", "alarm", "seed_state", "siwe_nonce",
    "member", "market_period", "tariff_table", "formula", "offer", "activity_pause", "public_profile",
    "meter", "meter_read", "agreement", "bill", "bill_line", "escrow_account", "escrow_movement", "settlement_skip",
    "profile", "meter_label", "interval_day", "relay_request"
TO switchyard_worker;

-- The web app reads public tables whole, owned tables by row, and no others. It may only ask the relayer for something.
GRANT SELECT ON
    "member", "market_period", "tariff_table", "formula", "offer", "activity_pause", "public_profile",
    "meter", "meter_read", "agreement", "bill", "bill_line", "escrow_account", "escrow_movement", "settlement_skip",
    "profile", "meter_label", "interval_day", "relay_request"
TO switchyard_app;
GRANT INSERT ON "relay_request" TO switchyard_app;

-- FORCE: a query that forgot to take a role sees nothing, even as the owner of the tables. (A superuser sees everything.)
DO $$
DECLARE
    owned TEXT;
BEGIN
    FOREACH owned IN ARRAY ARRAY[
        'meter', 'meter_read', 'agreement', 'bill', 'bill_line', 'escrow_account', 'escrow_movement', 'settlement_skip',
        'profile', 'meter_label', 'interval_day', 'relay_request'
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
        EXECUTE format('CREATE POLICY worker ON %I TO switchyard_worker USING (true) WITH CHECK (true)', owned);
    END LOOP;
END
$$;

-- Who is looking: set for one transaction by lib/db/client.ts. Null (nobody) equals no address.
CREATE FUNCTION viewer() RETURNS TEXT LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NULLIF(current_setting('app.viewer', true), '');

CREATE POLICY viewer ON "agreement" FOR SELECT TO switchyard_app
    USING ((SELECT viewer()) IN ("consumer", "retailer"));
CREATE POLICY viewer ON "bill" FOR SELECT TO switchyard_app
    USING ((SELECT viewer()) IN ("consumer", "retailer", "grid"));
CREATE POLICY viewer ON "bill_line" FOR SELECT TO switchyard_app
    USING ("payee_address" = (SELECT viewer()) OR EXISTS (SELECT FROM "bill" b WHERE b."id" = "bill_id"));
CREATE POLICY viewer ON "settlement_skip" FOR SELECT TO switchyard_app
    USING ((SELECT viewer()) IN ("consumer", "retailer"));
CREATE POLICY viewer ON "escrow_account" FOR SELECT TO switchyard_app USING ("address" = (SELECT viewer()));
CREATE POLICY viewer ON "escrow_movement" FOR SELECT TO switchyard_app USING ("address" = (SELECT viewer()));
CREATE POLICY viewer ON "profile" FOR SELECT TO switchyard_app USING ("address" = (SELECT viewer()));
CREATE POLICY viewer ON "relay_request" FOR SELECT TO switchyard_app USING ("requester" = (SELECT viewer()));
CREATE POLICY requester ON "relay_request" FOR INSERT TO switchyard_app
    WITH CHECK ("requester" = (SELECT viewer()) AND "status" = 'queued' AND "kind" IN ('sign', 'deposit', 'withdraw'));

-- A retailer sees a meter while it supplies it, and what was measured between the start and the end of its supply. A
-- holder sees what was measured since it moved in; the one before keeps what its own agreements cover.
-- (The agreement's own policy narrows the subqueries to agreements of the viewer, as consumer or as retailer.)
CREATE POLICY viewer ON "meter" FOR SELECT TO switchyard_app
    USING ((SELECT viewer()) IN ("holder", "operator")
        OR EXISTS (SELECT FROM "agreement" a WHERE a."meter_id" = "meter"."id" AND a."ended_at" IS NULL));
CREATE POLICY viewer ON "meter_label" FOR SELECT TO switchyard_app
    USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = "meter_label"."meter_id")
        OR EXISTS (SELECT FROM "agreement" a WHERE a."meter_id" = "meter_label"."meter_id"));
CREATE POLICY viewer ON "meter_read" FOR SELECT TO switchyard_app
    USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = "meter_read"."meter_id"
            AND ((SELECT viewer()) = m."operator" OR ((SELECT viewer()) = m."holder" AND m."holder_since" <= "time")))
        OR EXISTS (SELECT FROM "agreement" a WHERE a."meter_id" = "meter_read"."meter_id"
            AND a."start" <= "time" AND (a."ended_at" IS NULL OR "time" <= a."ended_at")));
-- Supply starts and ends at local midnight; the nearest midnight UTC has that local date from UTC-11 to UTC+12. A holder
-- may change at any instant: that local day is over everywhere when it is the day before at UTC+14.
CREATE POLICY viewer ON "interval_day" FOR SELECT TO switchyard_app
    USING (EXISTS (SELECT FROM "meter" m WHERE m."id" = "interval_day"."meter_id"
            AND ((SELECT viewer()) = m."operator" OR ((SELECT viewer()) = m."holder"
                AND date '1970-01-01' + ((m."holder_since" + 50400) / 86400)::int < "day")))
        OR EXISTS (SELECT FROM "agreement" a WHERE a."meter_id" = "interval_day"."meter_id"
            AND date '1970-01-01' + ((a."start" + 43200) / 86400)::int <= "day"
            AND (a."ended_at" IS NULL OR "day" < date '1970-01-01' + ((a."ended_at" + 43200) / 86400)::int)));

-- What the web app may know beyond its rows, one narrow question each. They run as the worker.

CREATE FUNCTION market_figures(
    OUT offers BIGINT, OUT retailers BIGINT, OUT agreements BIGINT, OUT bills_settled BIGINT,
    OUT energy_wh NUMERIC, OUT money_settled NUMERIC
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT
        (SELECT count(*) FROM public."offer" WHERE "status" = 'published'),
        (SELECT count(DISTINCT "retailer") FROM public."offer" WHERE "status" = 'published'),
        (SELECT count(*) FROM public."agreement"),
        (SELECT count(*) FROM public."bill"),
        (SELECT coalesce(sum(wh), 0) FROM public."bill", unnest("used_wh") AS wh),
        (SELECT coalesce(sum("total"), 0) FROM public."bill")
$$;

-- What each settlement run came to: sums only, nobody's own figures. A month is skipped while no later run has settled it.
CREATE FUNCTION settlement_runs() RETURNS TABLE (
    period_start BIGINT, bills BIGINT, skipped BIGINT, energy_wh NUMERIC, money NUMERIC
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p."start", coalesce(b.bills, 0), coalesce(s.skipped, 0), coalesce(b.energy, 0), coalesce(b.money, 0)
    FROM public."market_period" p
    LEFT JOIN (
        SELECT "start", count(*) AS bills, sum((SELECT sum(wh) FROM unnest("used_wh") AS wh)) AS energy, sum("total") AS money
        FROM public."bill" GROUP BY "start"
    ) b ON b."start" = p."start"
    LEFT JOIN (
        SELECT k."start", count(DISTINCT k."agreement_id") AS skipped
        FROM public."settlement_skip" k JOIN public."agreement" a ON a."id" = k."agreement_id" AND a."settled_until" <= k."start"
        GROUP BY k."start"
    ) s ON s."start" = p."start"
    WHERE b.bills IS NOT NULL OR s.skipped IS NOT NULL
$$;

CREATE FUNCTION offer_agreements(offer_ids TEXT[]) RETURNS TABLE (offer_id TEXT, agreements BIGINT)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a."offer_id", count(*) FROM public."agreement" a WHERE a."offer_id" = ANY (offer_ids) GROUP BY a."offer_id"
$$;

-- Companies have public names. People are named to themselves and to the other side of an agreement.
CREATE FUNCTION member_names(addresses TEXT[]) RETURNS TABLE (address TEXT, name TEXT)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT known."address", known."name" FROM public."public_profile" known WHERE known."address" = ANY (addresses)
    UNION
    SELECT p."address", p."name" FROM public."profile" p
    WHERE p."address" = ANY (addresses)
        AND (p."address" = public.viewer() OR EXISTS (
            SELECT FROM public."agreement" a
            WHERE (a."consumer" = p."address" AND a."retailer" = public.viewer())
                OR (a."retailer" = p."address" AND a."consumer" = public.viewer())))
$$;
CREATE FUNCTION member_name(address TEXT) RETURNS TEXT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT known.name FROM public.member_names(ARRAY[$1]) AS known LIMIT 1
$$;

CREATE FUNCTION read_health(
    OUT chain_id BIGINT, OUT block_number BIGINT, OUT block_hash TEXT, OUT followed_at BIGINT, OUT halted_reason TEXT,
    OUT alarms BIGINT, OUT oldest_queued_at BIGINT
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c."chain_id", c."block_number", c."block_hash", c."followed_at", c."halted_reason",
        (SELECT count(*) FROM public."alarm"),
        (SELECT min("created_at") FROM public."relay_request" WHERE "status" = 'queued')
    FROM (SELECT) AS one LEFT JOIN public."chain_cursor" c ON true
    ORDER BY c."followed_at" DESC NULLS LAST LIMIT 1
$$;

-- A nonce is used up by the first who presents it; nobody can list them.
CREATE FUNCTION issue_siwe_nonce(fresh TEXT, expiry BIGINT) RETURNS VOID
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM public."siwe_nonce" WHERE "expires_at" <= extract(epoch FROM now());
    INSERT INTO public."siwe_nonce" ("nonce", "expires_at") VALUES (fresh, expiry);
$$;
CREATE FUNCTION consume_siwe_nonce(presented TEXT) RETURNS BOOLEAN
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH used AS (DELETE FROM public."siwe_nonce" WHERE "nonce" = presented RETURNING "expires_at")
    SELECT coalesce((SELECT "expires_at" > extract(epoch FROM now()) FROM used), false)
$$;

-- As the owner of the tables they would see nothing (FORCE), so they belong to the worker. Giving a function away needs
-- CREATE in the schema for its new owner, for that moment only.
DO $$
DECLARE
    signature TEXT;
BEGIN
    GRANT CREATE ON SCHEMA public TO switchyard_worker;
    FOREACH signature IN ARRAY ARRAY[
        'market_figures()', 'settlement_runs()', 'offer_agreements(text[])', 'member_names(text[])', 'member_name(text)', 'read_health()',
        'issue_siwe_nonce(text, bigint)', 'consume_siwe_nonce(text)'
    ] LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO switchyard_app, switchyard_worker', signature);
        EXECUTE format('ALTER FUNCTION %s OWNER TO switchyard_worker', signature);
    END LOOP;
    REVOKE CREATE ON SCHEMA public FROM switchyard_worker;
END
$$;
