-- A meter file is received by the web app and read by another process: what is on its way, and what waits, is known too.
ALTER TABLE "meter_import"
    ADD COLUMN "size" BIGINT,
    DROP CONSTRAINT "meter_import_status",
    ADD CONSTRAINT "meter_import_status"
        CHECK ("status" IN ('receiving', 'waiting', 'reading', 'refused', 'done', 'failed'));

-- How a file that was handed in is to be read, until it has been: gone with the file. Nobody is shown it.
CREATE TABLE "meter_upload" (
    "import_id" UUID NOT NULL,
    "meter" TEXT,
    "mapping" JSONB,
    "at" BIGINT,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "meter_upload_pkey" PRIMARY KEY ("import_id"),
    CONSTRAINT "meter_upload_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "meter_import"("id") ON DELETE CASCADE
);

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON "meter_upload" TO switchyard_worker;
ALTER TABLE "meter_upload" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "meter_upload" FORCE ROW LEVEL SECURITY;
CREATE POLICY worker ON "meter_upload" TO switchyard_worker USING (true) WITH CHECK (true);
