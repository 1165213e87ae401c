package cn.mentougou.education.office.dossier;

import java.io.PrintStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.command.Command;
import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/**
 * {@code java -jar … erase-person phone:138… [word]}: shows what would be erased and,
 * given the word that was shown, erases it.
 */
@Component
class ErasePersonCommand implements Command {

	private static final int WORD_BYTES = 4;

	private final ObjectProvider<Dossiers> dossiers;

	private final ObjectProvider<LookupIndex> index;

	ErasePersonCommand(ObjectProvider<Dossiers> dossiers, ObjectProvider<LookupIndex> index) {
		this.dossiers = dossiers;
		this.index = index;
	}

	@Override
	public String name() {
		return "erase-person";
	}

	@Override
	public String help() {
		return "删除一个人的个人信息（先演习，给出确认词后才真正删除），写法：erase-person " + PersonWords.WRITTEN + " [确认词]";
	}

	@Override
	public int run(List<String> arguments, PrintStream out) {
		Optional<PersonKeys> keys = PersonWords.keys(arguments);
		if (keys.isEmpty()) {
			out.println(help());
			return MISUSED;
		}
		Optional<String> given = arguments.stream().filter((argument) -> !PersonWords.isKey(argument)).findFirst();
		String word = word(keys.get());
		if (given.isPresent() && !given.get().equalsIgnoreCase(word)) {
			out.println("确认词不对，什么也没有删除。请先不带确认词运行一次。");
			return MISUSED;
		}
		try {
			return given.isPresent() ? erase(keys.get(), out) : rehearse(keys.get(), word, out);
		}
		catch (Refusal.Conflict ex) {
			out.println("这个人的个人信息有一项保留（第 " + ex.arguments().get(0) + " 号），解除之前不能删除。");
			return 1;
		}
	}

	private int rehearse(PersonKeys keys, String word, PrintStream out) {
		out.println("演习，什么也没有删除：" + keys);
		print(this.dossiers.getObject().rehearse(keys), "将删除", out);
		out.println("审计记录里没有个人信息，不会改动。确认后请运行：erase-person …… " + word);
		return 0;
	}

	private int erase(PersonKeys keys, PrintStream out) {
		List<Dossiers.Result> results = this.dossiers.getObject().erase(Actor.system("command:erase-person"), keys);
		print(results, "已删除", out);
		boolean isWhole = results.stream().allMatch((result) -> result.erasure().kept().isEmpty());
		out.println(isWhole ? "完成。备份里的内容随备份到期消失。" : "完成，但有保留的内容，原因见上。");
		return 0;
	}

	private static void print(List<Dossiers.Result> results, String verb, PrintStream out) {
		for (Dossiers.Result result : results) {
			out.println(result.title() + "：" + verb + " " + result.erasure().rows() + " 项");
			for (Erasure.Kept kept : result.erasure().kept()) {
				out.println("  保留 " + kept.rows() + " 项：" + kept.reason());
			}
		}
	}

	/** Belongs to these keys alone and cannot be guessed: the rehearsal must be seen. */
	private String word(PersonKeys keys) {
		String[] parts = keys.all()
			.stream()
			.flatMap((key) -> Stream.of(key.kind(), key.value()))
			.sorted()
			.toArray(String[]::new);
		return "DELETE-" + HexFormat.of()
			.withUpperCase()
			.formatHex(this.index.getObject().of("dossier.erase", parts), 0, WORD_BYTES);
	}

}
