package cn.mentougou.education.office.backup;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Unsealable;
import cn.mentougou.education.office.privacy.Vault;

/** Knows which keys a backup needs without holding one of them. */
class KeyRing {

	private static final String PLACE = "backup.check";

	private final Vault vault;

	private final LookupIndex index;

	KeyRing(Vault vault, LookupIndex index) {
		this.vault = vault;
		this.index = index;
	}

	/** Collects the ids that sealed values carry. */
	Seen seen() {
		return new Seen(this.vault);
	}

	/** What the backup says about the keys. */
	Manifest.Keys describe(Seen seen) {
		List<String> used = seen.ids.stream().filter(this.vault.keyIds()::contains).toList();
		byte[] check = this.vault.seal(PLACE, PLACE);
		return new Manifest.Keys(used, Base64.getEncoder().encodeToString(check), indexCheck());
	}

	/**
	 * The ids that values carry and nobody configured, which look as if they were lost.
	 */
	List<String> unknown(Seen seen) {
		return seen.ids.stream().filter((id) -> !this.vault.keyIds().contains(id)).toList();
	}

	/** Adds what keeps the configured keys from opening the backup. */
	void check(Manifest.Keys keys, List<String> problems) {
		for (String id : keys.used()) {
			if (!this.vault.keyIds().contains(id)) {
				problems.add("缺少编号为 " + id + " 的加密密钥（education.privacy.keys），备份里有内容用它加密。");
			}
		}
		byte[] check = Base64.getDecoder().decode(keys.check());
		String id = this.vault.keyIdOf(check);
		if (this.vault.keyIds().contains(id)) {
			try {
				this.vault.open(check, PLACE.getBytes(StandardCharsets.UTF_8));
			}
			catch (Unsealable ex) {
				problems.add("编号为 " + id + " 的加密密钥与备份时的不是同一把。");
			}
		}
		if (!keys.indexCheck().equals(indexCheck())) {
			problems.add("education.privacy.index-key 与备份时的不同，恢复后将查不到任何人。");
		}
	}

	private String indexCheck() {
		return HexFormat.of().formatHex(this.index.of(PLACE, PLACE));
	}

	/** The ids seen so far. */
	static final class Seen {

		private final Vault vault;

		private final Set<String> ids = new TreeSet<>();

		Seen(Vault vault) {
			this.vault = vault;
		}

		void look(byte[] value) {
			try {
				String id = this.vault.keyIdOf(value);
				if (id.matches("[0-9A-Za-z._-]{1,32}")) {
					this.ids.add(id);
				}
			}
			catch (Unsealable ex) {
				// Bytes that are not sealed.
			}
		}

	}

}
