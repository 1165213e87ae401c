package cn.mentougou.engines;

/**
 * Says in one sentence why no server of our own could be started here and what to set
 * instead.
 */
public final class EngineUnavailable extends RuntimeException {

	EngineUnavailable(String message) {
		super(message);
	}

	static EngineUnavailable noBinary(String engine, String variables) {
		return new EngineUnavailable(
				"""
						这台机器（%2$s）没有合适的内置 %1$s。请把 %3$s 设为您自己的服务器，再运行同一条命令。
						No bundled %1$s fits this machine (%2$s): set %3$s to a server of your own and run the same command again."""
					.formatted(engine, Platform.description(), variables));
	}

	static EngineUnavailable notStarted(String engine, String variables, String log) {
		return new EngineUnavailable("""
				内置 %1$s 没有启动成功，也可以把 %2$s 设为您自己的服务器，再运行同一条命令。
				The bundled %1$s did not start; alternatively set %2$s to a server of your own. It said:
				%3$s""".formatted(engine, variables, log));
	}

}
