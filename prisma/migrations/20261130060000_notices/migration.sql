-- What a member is told, in the app and by e-mail.
CREATE TABLE "notice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "at" BIGINT NOT NULL,
    "made_at" BIGINT NOT NULL,
    "read_at" BIGINT,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);
-- Whoever looks twice tells once.
CREATE UNIQUE INDEX "notice_account_kind_subject_key" ON "notice"("account", "kind", "subject");
CREATE INDEX "notice_account_at_id_idx" ON "notice"("account", "at", "id");
CREATE INDEX "notice_kind_at_idx" ON "notice"("kind", "at");
CREATE INDEX "notice_made_at_idx" ON "notice"("made_at");
-- The bell asks on every page.
CREATE INDEX "notice_unread_idx" ON "notice"("account") WHERE "read_at" IS NULL;

-- Looked through every few seconds for what is new.
CREATE INDEX "agreement_signed_at_idx" ON "agreement"("signed_at");
CREATE INDEX "agreement_start_idx" ON "agreement"("start");
CREATE INDEX "bill_settled_at_idx" ON "bill"("settled_at");
CREATE INDEX "bill_due_idx" ON "bill"("due");
CREATE INDEX "bill_revision_settled_at_idx" ON "bill_revision"("settled_at");

CREATE TABLE "mail_address" (
    "account" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "kinds" TEXT[] NOT NULL,
    "confirmed_at" BIGINT,
    -- SHA-256 of the token in the link that confirms; nobody can make the link from it.
    "token_hash" BYTEA,
    "token_expires_at" BIGINT,
    -- In the link that stops all mail to this address. All it can do is that.
    "stop_key" UUID NOT NULL DEFAULT gen_random_uuid(),
    "changed_at" BIGINT NOT NULL,

    CONSTRAINT "mail_address_pkey" PRIMARY KEY ("account")
);
CREATE UNIQUE INDEX "mail_address_token_hash_key" ON "mail_address"("token_hash");
CREATE UNIQUE INDEX "mail_address_stop_key_key" ON "mail_address"("stop_key");

CREATE TABLE "mail" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    -- Null: it asks to confirm the address.
    "notice_id" UUID,
    "account" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    -- When to try it next; of one that is being sent, when whoever took it is thought dead.
    "next_at" BIGINT NOT NULL,
    "error" TEXT,
    "made_at" BIGINT NOT NULL,
    -- Only of a mail that is kept in the demo's outbox. What is sent is written when it is sent.
    "subject" TEXT,
    "body" TEXT,
    "html" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mail_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE CASCADE,
    CONSTRAINT "mail_state" CHECK ("state" IN ('queued', 'sending', 'sent', 'kept', 'failed', 'dropped'))
);
CREATE UNIQUE INDEX "mail_notice_id_key" ON "mail"("notice_id");
CREATE INDEX "mail_account_made_at_idx" ON "mail"("account", "made_at");
CREATE INDEX "mail_address_made_at_idx" ON "mail"("address", "made_at");
CREATE INDEX "mail_made_at_idx" ON "mail"("made_at");
CREATE INDEX "mail_open_idx" ON "mail"("next_at") WHERE "state" IN ('queued', 'sending');

GRANT SELECT, INSERT, UPDATE, DELETE ON "notice", "mail_address", "mail" TO switchyard_worker;
GRANT SELECT ON "notice", "mail_address", "mail" TO switchyard_app;

DO $$
DECLARE owned TEXT;
BEGIN
    FOREACH owned IN ARRAY ARRAY['notice', 'mail_address', 'mail'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
        EXECUTE format('CREATE POLICY worker ON %I TO switchyard_worker USING (true) WITH CHECK (true)', owned);
        EXECUTE format('CREATE POLICY viewer ON %I FOR SELECT TO switchyard_app USING ("account" = (SELECT viewer()))', owned);
    END LOOP;
END
$$;
