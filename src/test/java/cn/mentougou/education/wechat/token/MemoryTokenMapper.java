package cn.mentougou.education.wechat.token;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code access_token} in memory, for the rules. */
class MemoryTokenMapper implements TokenMapper {

	private final Map<String, Row> rows = new HashMap<>();

	private final Map<String, String> owners = new HashMap<>();

	@Override
	public synchronized Optional<Row> find(String appId) {
		return Optional.ofNullable(this.rows.get(appId));
	}

	@Override
	public synchronized int begin(String appId) {
		return (this.rows.putIfAbsent(appId, new Row(0, null, null, null, null, null, null)) == null) ? 1 : 0;
	}

	@Override
	public synchronized int claim(Lease lease) {
		Row row = this.rows.get(lease.appId());
		if (row.version() != lease.version() || (row.leaseUntil() != null && row.leaseUntil().isAfter(lease.now()))
				|| (row.failedUntil() != null && row.failedUntil().isAfter(lease.now()))) {
			return 0;
		}
		this.owners.put(lease.appId(), lease.owner());
		this.rows.put(lease.appId(), new Row(row.version(), row.token(), row.expiresAt(), lease.until(),
				row.failedCode(), row.failedDetail(), row.failedUntil()));
		return 1;
	}

	@Override
	public synchronized int store(String appId, String owner, byte[] token, Instant expiresAt) {
		if (!this.owners.remove(appId, owner)) {
			return 0;
		}
		this.rows.put(appId, new Row(this.rows.get(appId).version() + 1, token, expiresAt, null, null, null, null));
		return 1;
	}

	@Override
	public synchronized int fail(Failure failure) {
		if (!this.owners.remove(failure.appId(), failure.owner())) {
			return 0;
		}
		Row row = this.rows.get(failure.appId());
		this.rows.put(failure.appId(), new Row(row.version(), row.token(), row.expiresAt(), null, failure.code(),
				failure.detail(), failure.until()));
		return 1;
	}

	@Override
	public synchronized List<String> listAppIds() {
		return this.rows.keySet().stream().sorted().toList();
	}

	@Override
	public synchronized int exchange(String appId, byte[] before, byte[] after) {
		Row row = this.rows.get(appId);
		if (row == null || !Arrays.equals(row.token(), before)) {
			return 0;
		}
		this.rows.put(appId, new Row(row.version(), after, row.expiresAt(), row.leaseUntil(), row.failedCode(),
				row.failedDetail(), row.failedUntil()));
		return 1;
	}

}
