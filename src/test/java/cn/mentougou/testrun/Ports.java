package cn.mentougou.testrun;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

import cn.mentougou.education.shared.Misconfigured;

/**
 * Looks before anything starts whether the ports are free.
 */
record Ports(Environment environment) {

	void check(String property, int standard) {
		int port = this.environment.getProperty(property, Integer.class, standard);
		if (port != 0 && isBusy(port, this.environment.getProperty(property.replace("port", "address")))) {
			throw new Misconfigured("端口 %d 已被别的程序占用：请先结束那个程序，或者用 %s（环境变量 %s）换一个端口。".formatted(port, property,
					property.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "")));
		}
	}

	private static boolean isBusy(int port, @Nullable String address) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(address != null ? new InetSocketAddress(InetAddress.getByName(address), port)
					: new InetSocketAddress(port));
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

}
