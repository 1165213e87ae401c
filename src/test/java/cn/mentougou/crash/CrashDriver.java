package cn.mentougou.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/**
 * A JDBC driver that reaches MySQL through the boundaries of a life, whichever pool the
 * application opens: {@code jdbc:crash:<life>:mysql:…}.
 */
public final class CrashDriver implements Driver {

	private static final String PREFIX = "jdbc:crash:";

	private static final Map<String, Life> lives = new ConcurrentHashMap<>();

	static {
		try {
			DriverManager.registerDriver(new CrashDriver());
		}
		catch (SQLException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	/** The pools make one by its name. */
	public CrashDriver() {
	}

	/** The address of the database for this life. */
	static String url(Life life, String jdbcUrl) {
		String number = "life" + lives.size();
		lives.put(number, life);
		return PREFIX + number + ":" + jdbcUrl.substring("jdbc:".length());
	}

	@Override
	public @Nullable Connection connect(String url, Properties info) throws SQLException {
		if (!acceptsURL(url)) {
			return null;
		}
		String[] parts = url.substring(PREFIX.length()).split(":", 2);
		Life life = lives.get(parts[0]);
		if (life == null) {
			throw new SQLException("no such life: " + parts[0]);
		}
		Connection connection = DriverManager.getConnection("jdbc:" + parts[1], info);
		life.opened(connection);
		return proxied(Connection.class, connection, (method, arguments) -> {
			boolean isCommit = method.getName().equals("commit");
			if (method.getName().equals("close") || method.getName().equals("abort")) {
				life.closed(connection);
			}
			if (isCommit) {
				life.pass("before COMMIT");
			}
			Object result = called(method, connection, arguments);
			if (isCommit) {
				life.pass("after COMMIT");
			}
			return (result instanceof PreparedStatement statement)
					? statement(life, statement, String.valueOf(arguments[0])) : result;
		});
	}

	private static PreparedStatement statement(Life life, PreparedStatement statement, String sql) {
		String words = sql.strip().replaceAll("\\s+", " ");
		String name = words.substring(0, Math.min(60, words.length()));
		return proxied(PreparedStatement.class, statement, (method, arguments) -> {
			if (!method.getName().startsWith("execute")) {
				return called(method, statement, arguments);
			}
			life.pass("before " + name);
			Object result = called(method, statement, arguments);
			life.pass("after " + name);
			return result;
		});
	}

	private static <T> T proxied(Class<T> type, T target, Call call) {
		return type.cast(Proxy.newProxyInstance(CrashDriver.class.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "hashCode" -> System.identityHashCode(target);
					case "equals" -> proxy == arguments[0];
					default -> call.call(method, (arguments != null) ? arguments : new Object[0]);
				}));
	}

	private static @Nullable Object called(Method method, Object target, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	@Override
	public boolean acceptsURL(String url) {
		return url.startsWith(PREFIX);
	}

	@Override
	public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
		return new DriverPropertyInfo[0];
	}

	@Override
	public int getMajorVersion() {
		return 1;
	}

	@Override
	public int getMinorVersion() {
		return 0;
	}

	@Override
	public boolean jdbcCompliant() {
		return false;
	}

	@Override
	public Logger getParentLogger() throws SQLFeatureNotSupportedException {
		throw new SQLFeatureNotSupportedException();
	}

	/** What a proxy does instead. */
	private interface Call {

		@Nullable Object call(Method method, Object[] arguments) throws Throwable;

	}

}
