-- db-scheduler's table: one row a job; the instance that picked it is in picked_by.
CREATE TABLE scheduled_task (
	task_name VARCHAR(100) NOT NULL,
	task_instance VARCHAR(100) NOT NULL,
	task_data BLOB,
	execution_time DATETIME(6) NOT NULL,
	picked BOOLEAN NOT NULL,
	picked_by VARCHAR(50),
	last_success DATETIME(6),
	last_failure DATETIME(6),
	consecutive_failures INT,
	last_heartbeat DATETIME(6),
	version BIGINT NOT NULL,
	priority SMALLINT,
	PRIMARY KEY (task_name, task_instance),
	KEY scheduled_task_execution_time (execution_time),
	KEY scheduled_task_last_heartbeat (last_heartbeat)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
