-- By which way a reply that is ready goes to the person when it is asked for again: AGAIN in the
-- answer to a repeat, or LATE by customer-service message after the spool; whichever comes first.
ALTER TABLE inbox_message ADD COLUMN reply_way VARCHAR(8);
