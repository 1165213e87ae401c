-- A person's conversation with the staff at one official account.
CREATE TABLE dialogue_thread (
	id BIGINT NOT NULL AUTO_INCREMENT,
	-- look-up value of the account and the openid
	person BINARY(32) NOT NULL,
	app_id VARCHAR(64) NOT NULL,
	-- sealed
	open_id VARBINARY(512) NOT NULL,
	-- the follower; NULL: not known when the person wrote
	follower_id BIGINT,
	-- WAITING, ANSWERED or CLOSED
	state VARCHAR(32) NOT NULL,
	-- since when the person waits; NULL: nobody does
	waiting_since DATETIME(3),
	-- when the person wrote last
	spoke_at DATETIME(3) NOT NULL,
	-- where it stands in the list: those that wait first, the longest on top
	place BIGINT NOT NULL,
	-- whose it is; NULL: nobody's
	assignee BIGINT,
	-- how often the person has begun to ask
	occasion INT NOT NULL,
	-- answers that were refused or may not have arrived, and nobody decided about
	undecided INT NOT NULL,
	opened_at DATETIME(3) NOT NULL,
	-- raised with each act of the staff: two who act at once are told
	version BIGINT NOT NULL,
	PRIMARY KEY (id),
	UNIQUE KEY dialogue_thread_person (person),
	KEY dialogue_thread_follower (follower_id),
	KEY dialogue_thread_place (place, id),
	KEY dialogue_thread_assignee (assignee, place, id),
	KEY dialogue_thread_state (state, place, id),
	KEY dialogue_thread_spoke (spoke_at),
	KEY dialogue_thread_undecided (undecided)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What was said in it: the person's messages, our answers and our notes.
CREATE TABLE dialogue_entry (
	id BIGINT NOT NULL AUTO_INCREMENT,
	-- what the words are bound to: look-up value of the person's message, or chance
	entry_key BINARY(32) NOT NULL,
	dialogue_id BIGINT NOT NULL,
	-- PERSON, STAFF or NOTE
	side VARCHAR(32) NOT NULL,
	-- what sort of message, as the platform says
	kind VARCHAR(64) NOT NULL,
	-- sealed; NULL: a picture and the like
	words VARBINARY(16384),
	written_by BIGINT,
	written_at DATETIME(3) NOT NULL,
	-- of the person's message: its counted row; of an answer: the last one that it answers
	unanswered_id BIGINT,
	-- of an answer: its row in the ledger of what is sent, and what became of it
	outbound_id BIGINT,
	outcome VARCHAR(32),
	reason VARCHAR(64),
	PRIMARY KEY (id),
	UNIQUE KEY dialogue_entry_key (entry_key),
	KEY dialogue_entry_dialogue (dialogue_id, id),
	KEY dialogue_entry_outcome (outcome, id),
	KEY dialogue_entry_written (written_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
