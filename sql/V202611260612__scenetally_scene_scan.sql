-- Which pushes were counted, by the key of the message in the inbox: a dead letter that the staff runs again is
-- told again. Kept as long as somebody may do so; who scanned does not stand here.
CREATE TABLE scene_scan (
	message_key BINARY(32) NOT NULL,
	day DATE NOT NULL,
	PRIMARY KEY (message_key),
	KEY scene_scan_day (day)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
