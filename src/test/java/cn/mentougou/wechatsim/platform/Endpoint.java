package cn.mentougou.wechatsim.platform;

/**
 * One address of the interface: how it is called, who may call it and how often a day,
 * and what it does.
 */
public record Endpoint(String path, String method, boolean withToken, Permission permission, Handler handler,
		boolean upload, int daily) {

	static final int WITHOUT_LIMIT = Integer.MAX_VALUE;

	/** A call that carries its own credentials instead of a token. */
	public static Endpoint open(String method, String path, Handler handler) {
		return new Endpoint(path, method, false, Permission.EVERYBODY, handler, false, WITHOUT_LIMIT);
	}

	public static Endpoint get(String path, Permission permission, Handler handler) {
		return new Endpoint(path, "GET", true, permission, handler, false, WITHOUT_LIMIT);
	}

	public static Endpoint post(String path, Permission permission, Handler handler) {
		return new Endpoint(path, "POST", true, permission, handler, false, WITHOUT_LIMIT);
	}

	/** A call whose body is a form with a file. */
	public static Endpoint upload(String path, Permission permission, Handler handler) {
		return new Endpoint(path, "POST", true, permission, handler, true, WITHOUT_LIMIT);
	}

	/** The same address, which an account may call so often a day. */
	public Endpoint daily(int limit) {
		return new Endpoint(path, method, withToken, permission, handler, upload, limit);
	}

	/**
	 * What is done once all common checks are passed; the result is written as JSON
	 * unless it is a {@link FileAnswer}.
	 */
	public interface Handler {

		Object answer(ApiCall call);

	}

}
