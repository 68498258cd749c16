-- What is owed under purchases is a debt in the escrow like any other: the table "debt" has it.
-- Its rows came from events that purchases no longer have.

DROP TABLE "purchase_debt";
