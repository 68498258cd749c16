-- What a bid pays comes from what it locked, and does not touch the free balance: a movement says both.
ALTER TABLE "escrow_movement" ADD COLUMN "locked" DECIMAL(40,0) NOT NULL DEFAULT 0;

-- Of movements made before. With FORCE even the owner of the table sees no rows.
ALTER TABLE "escrow_movement" NO FORCE ROW LEVEL SECURITY;
UPDATE "escrow_movement" SET "locked" = -"amount" WHERE "kind" IN ('lock', 'unlock');
ALTER TABLE "escrow_movement" FORCE ROW LEVEL SECURITY;
