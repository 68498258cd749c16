-- An erasure on request takes from the record of a change what somebody wrote and what was computed: both may tell of the
-- person. Who changed which days and when stays, and nobody may alter that.
GRANT UPDATE ("reason", "detail") ON "interval_change" TO switchyard_worker;
