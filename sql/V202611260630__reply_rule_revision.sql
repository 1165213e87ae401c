-- A rule's own number, raised with every change, so that two editors do not overwrite each other silently;
-- and who changed it last, NULL where no person did.
ALTER TABLE reply_rule
	ADD COLUMN revision BIGINT NOT NULL DEFAULT 1,
	ADD COLUMN changed_by BIGINT;
