-- Who did what (审计): one row an act, inserted in the act's own transaction, never changed
-- (sql/grants.sql withholds UPDATE and DELETE). Ids and codes only, no personal data.
CREATE TABLE audit_entry (
	id BIGINT NOT NULL AUTO_INCREMENT,
	happened_at DATETIME(3) NOT NULL,
	-- STAFF, SYSTEM, VISITOR
	actor_kind VARCHAR(16) NOT NULL,
	actor_id BIGINT NOT NULL,
	-- the network address, or what started it inside
	came_from VARCHAR(64) NOT NULL,
	action VARCHAR(64) NOT NULL,
	object_kind VARCHAR(32) NOT NULL,
	object_id VARCHAR(64) NOT NULL,
	-- DONE, REFUSED
	outcome VARCHAR(16) NOT NULL,
	-- codes and ids as key=value lines
	details VARCHAR(1000) NOT NULL,
	PRIMARY KEY (id),
	-- the auditor reads backwards in time, with one of these given
	KEY audit_entry_happened_at (happened_at, id),
	KEY audit_entry_actor (actor_kind, actor_id, happened_at, id),
	KEY audit_entry_object (object_kind, object_id, happened_at, id),
	KEY audit_entry_action (action, happened_at, id),
	KEY audit_entry_came_from (came_from, happened_at, id),
	KEY audit_entry_outcome (outcome, happened_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
