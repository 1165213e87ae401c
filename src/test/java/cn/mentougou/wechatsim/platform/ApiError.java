package cn.mentougou.wechatsim.platform;

import org.jspecify.annotations.Nullable;

/** A call that the platform refuses with a code. */
public final class ApiError extends RuntimeException {

	private final int code;

	public ApiError(int code) {
		this(code, null);
	}

	public ApiError(int code, @Nullable String words) {
		super((words != null) ? words : ErrorCode.words(code));
		this.code = code;
	}

	public int code() {
		return code;
	}

}
