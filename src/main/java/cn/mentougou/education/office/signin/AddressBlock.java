package cn.mentougou.education.office.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What counts as one address: an IPv4 address, or the sixty-four bits that one household
 * gets of IPv6.
 */
final class AddressBlock {

	/** Only what is an address already: a name would be asked of the network. */
	private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?");

	private static final int NETWORK_BYTES = 8;

	private static final int IPV6_BYTES = 16;

	private AddressBlock() {
	}

	static String of(String address) {
		if (!IPV6.matcher(address).matches()) {
			return address;
		}
		try {
			byte[] bytes = InetAddress.getByName(address.replaceAll("%.*", "")).getAddress();
			return bytes.length == IPV6_BYTES ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) : address;
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

}
