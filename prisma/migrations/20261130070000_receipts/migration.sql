-- What a receipt of an agreement shows beside its terms: the block that holds it and the consumer's signature as it went to the chain.
-- Rows followed before this have no signature of their own: it is in the data of their transaction.

ALTER TABLE "agreement" ADD COLUMN "block_number" BIGINT, ADD COLUMN "signature" TEXT;

UPDATE "agreement" a SET "block_number" = e."block_number"
FROM "chain_event" e WHERE e."tx_hash" = a."tx_hash" AND e."name" = 'AgreementSigned';
