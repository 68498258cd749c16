-- Where a tariff table was published: the file of a bill names the transaction, so that anybody can compare the table with the chain.
ALTER TABLE "tariff_table" ADD COLUMN "tx_hash" TEXT;
UPDATE "tariff_table" t SET "tx_hash" = e."tx_hash"
FROM "chain_event" e
WHERE e."contract" = 'TariffBook' AND e."name" = 'TariffPublished'
  AND (e."args"->>'region')::bigint = t."region"
  AND (e."args"->>'voltageClass')::int = t."voltage_class"
  AND (e."args"->>'start')::bigint = t."start";
ALTER TABLE "tariff_table" ALTER COLUMN "tx_hash" SET NOT NULL;
