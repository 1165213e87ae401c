package cn.mentougou.wechatsim.platform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A call that the platform refuses with a code. */
public final class ApiError extends RuntimeException {

	private final int code;

	private final transient Map<String, Object> more = new LinkedHashMap<>();

	public ApiError(int code) {
		this(code, null);
	}

	public ApiError(int code, @Nullable String words) {
		super((words != null) ? words : ErrorCode.words(code));
		this.code = code;
	}

	/** The refusal says something more, beside its code. */
	public ApiError with(String name, Object value) {
		more.put(name, value);
		return this;
	}

	public int code() {
		return code;
	}

	Map<String, Object> more() {
		return Collections.unmodifiableMap(more);
	}

}
