package cn.mentougou.education.office.session;

import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Gives every trouble with Redis one name, so that it can be told from a trouble of the
 * page.
 */
class GuardedRepository<S extends Session> implements FindByIndexNameSessionRepository<S> {

	private final FindByIndexNameSessionRepository<S> repository;

	GuardedRepository(FindByIndexNameSessionRepository<S> repository) {
		this.repository = repository;
	}

	@Override
	public S createSession() {
		return this.repository.createSession();
	}

	@Override
	public void save(S session) {
		guard(() -> {
			this.repository.save(session);
			return Boolean.TRUE;
		});
	}

	@Override
	public @Nullable S findById(String id) {
		return guard(() -> this.repository.findById(id));
	}

	@Override
	public void deleteById(String id) {
		guard(() -> {
			this.repository.deleteById(id);
			return Boolean.TRUE;
		});
	}

	@Override
	public Map<String, S> findByIndexNameAndIndexValue(String indexName, String indexValue) {
		Map<String, S> found = guard(() -> this.repository.findByIndexNameAndIndexValue(indexName, indexValue));
		return found != null ? found : Map.of();
	}

	private static <T extends @Nullable Object> @Nullable T guard(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (NestedRuntimeException ex) {
			throw new SessionStoreGone(ex);
		}
	}

}
