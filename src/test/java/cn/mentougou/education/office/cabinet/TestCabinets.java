package cn.mentougou.education.office.cabinet;

import java.nio.file.Path;
import java.time.Clock;

import org.springframework.util.unit.DataSize;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;

/** Cabinets for tests, also of other modules. */
public final class TestCabinets {

	private TestCabinets() {
	}

	/** A cabinet in this folder. */
	public static Cabinet in(Path folder, Vault vault, LookupIndex index, Clock clock) {
		return new Cabinet(vault, index, rooms(folder, clock, 0));
	}

	/** A cabinet on a disk that is nearly full. */
	public static Cabinet full(Path folder, Vault vault, LookupIndex index, Clock clock) {
		return new Cabinet(vault, index, rooms(folder, clock, Long.MAX_VALUE / 2));
	}

	static CabinetRooms rooms(Path folder, Clock clock, long keepFree) {
		return new CabinetRooms(
				new CabinetSettings(folder.resolve("files"), folder.resolve("scratch"), DataSize.ofBytes(keepFree)),
				clock);
	}

}
