package cn.mentougou.education.office.rotation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.command.Command;
import cn.mentougou.education.office.privacy.SealedRegister;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.Actor;

/** {@code java -jar … rotate-key}: seals everything under the first key. */
@Component
class RotateKeyCommand implements Command {

	private static final long EVERY = 10_000;

	private final ObjectProvider<SealedRegister> registers;

	private final ObjectProvider<Vault> vault;

	private final ObjectProvider<Audit> audit;

	private final ObjectProvider<TransactionTemplate> transaction;

	RotateKeyCommand(ObjectProvider<SealedRegister> registers, ObjectProvider<Vault> vault, ObjectProvider<Audit> audit,
			ObjectProvider<TransactionTemplate> transaction) {
		this.registers = registers;
		this.vault = vault;
		this.audit = audit;
		this.transaction = transaction;
	}

	@Override
	public String name() {
		return "rotate-key";
	}

	@Override
	public String help() {
		return "把所有加密内容改用配置中的第一个密钥加密（可中断后再运行，程序可以同时运行），并说明哪些旧密钥可以撤掉";
	}

	@Override
	public int run(List<String> arguments, PrintStream out) {
		Vault keys = this.vault.getObject();
		KeyRotation rotation = new KeyRotation(keys, this.transaction.getObject());
		out.println("第一个密钥：" + keys.keyIds().get(0) + "；共配置 " + keys.keyIds().size() + " 个密钥。");
		Map<String, List<String>> needed = new LinkedHashMap<>();
		long resealed = 0;
		List<SealedRegister> sorted = this.registers.stream()
			.sorted((one, other) -> one.register().compareTo(other.register()))
			.toList();
		for (SealedRegister register : sorted) {
			KeyRotation.Outcome outcome = rotated(rotation, register, out);
			resealed += outcome.resealed();
			outcome.left()
				.keySet()
				.forEach((key) -> needed.computeIfAbsent(key, (id) -> new ArrayList<>()).add(register.title()));
		}
		this.audit.getObject()
			.recordAlone(AuditEntry
				.done(Actor.system("command:rotate-key"), "rotation.key-rotated", "key", keys.keyIds().get(0))
				.with("resealed", resealed)
				.with("stillNeeded", String.join(",", needed.keySet())));
		return concluded(keys, needed, out);
	}

	private static KeyRotation.Outcome rotated(KeyRotation rotation, SealedRegister register, PrintStream out) {
		long[] told = new long[1];
		KeyRotation.Outcome outcome = rotation.rotate(register, (seen) -> {
			if (seen - told[0] >= EVERY) {
				told[0] = seen;
				out.println("  " + register.title() + "：已看过 " + seen + " 项……");
			}
		});
		out.println(register.title() + "：共 " + outcome.seen() + " 项，本次改用新密钥 " + outcome.resealed() + " 项"
				+ (outcome.left().isEmpty() ? "。" : "，仍用旧密钥：" + outcome.left() + "。"));
		return outcome;
	}

	private static int concluded(Vault keys, Map<String, List<String>> needed, PrintStream out) {
		List<String> old = keys.keyIds().subList(1, keys.keyIds().size());
		Set<String> unknown = new TreeSet<>(needed.keySet());
		keys.keyIds().forEach(unknown::remove);
		for (String key : old) {
			out.println(needed.containsKey(key) ? "密钥 " + key + " 还需要（" + String.join("、", needed.get(key)) + "）。"
					: "密钥 " + key + " 不再需要。");
		}
		for (String key : unknown) {
			out.println(key.equals("?") ? "有内容不是加密内容或已损坏：" + String.join("、", needed.get(key)) + "。"
					: "密钥 " + key + " 不在配置中，用它加密的内容打不开：" + String.join("、", needed.get(key)) + "。请把它加回配置后再运行一次。");
		}
		if (needed.isEmpty()) {
			out.println(
					"全部内容都已改用密钥 " + keys.keyIds().get(0) + "。确认每台机器上的程序都已按现在的配置重新启动、" + "保留的备份也不再需要旧密钥之后，就可以撤掉旧密钥。");
			return 0;
		}
		out.println("还没有完成：如果有程序仍按旧配置运行，请先重新启动它，再运行一次 rotate-key。");
		return 1;
	}

}
