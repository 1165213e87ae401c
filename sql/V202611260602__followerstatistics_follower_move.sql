-- Who came and went, one row each; way and scene are how the person had come. follower_id is NULL once the person is
-- erased: the count stays.
CREATE TABLE follower_move (
	id BIGINT NOT NULL AUTO_INCREMENT,
	app_id VARCHAR(64) NOT NULL,
	on_day DATE NOT NULL,
	kind VARCHAR(16) NOT NULL,
	way VARCHAR(64) NOT NULL,
	scene VARCHAR(64) NOT NULL,
	follower_id BIGINT NULL,
	PRIMARY KEY (id),
	KEY follower_move_day (app_id, on_day, kind, way, scene),
	KEY follower_move_follower (follower_id, kind, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
