package cn.mentougou.wechatsim.platform;

/** One address of the interface: how it is called, who may call it, and what it does. */
public record Endpoint(String path, String method, boolean withToken, Permission permission, Handler handler) {

	/** A call that carries its own credentials instead of a token. */
	public static Endpoint open(String method, String path, Handler handler) {
		return new Endpoint(path, method, false, Permission.EVERYBODY, handler);
	}

	public static Endpoint get(String path, Permission permission, Handler handler) {
		return new Endpoint(path, "GET", true, permission, handler);
	}

	public static Endpoint post(String path, Permission permission, Handler handler) {
		return new Endpoint(path, "POST", true, permission, handler);
	}

	/** What is done once all common checks are passed; the result is written as JSON. */
	public interface Handler {

		Object answer(ApiCall call);

	}

}
