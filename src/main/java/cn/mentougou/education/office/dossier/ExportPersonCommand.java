package cn.mentougou.education.office.dossier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.command.Command;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.shared.Actor;

/** {@code java -jar … export-person phone:138… [folder]}: writes a person's data down. */
@Component
class ExportPersonCommand implements Command {

	private final ObjectProvider<Dossiers> dossiers;

	ExportPersonCommand(ObjectProvider<Dossiers> dossiers) {
		this.dossiers = dossiers;
	}

	@Override
	public String name() {
		return "export-person";
	}

	@Override
	public String help() {
		return "导出一个人的全部个人信息，写法：export-person " + PersonWords.WRITTEN + " [放文件的目录]";
	}

	@Override
	public int run(List<String> arguments, PrintStream out) {
		Optional<PersonKeys> keys = PersonWords.keys(arguments);
		if (keys.isEmpty()) {
			out.println(help());
			return MISUSED;
		}
		String folder = arguments.stream().filter((word) -> !PersonWords.isKey(word)).findFirst().orElse(".");
		Dossiers.Dossier dossier = this.dossiers.getObject().export(Actor.system("command:export-person"), keys.get());
		out.println("查找依据：" + dossier.keys());
		dossier.chapters().forEach((chapter) -> out.println(chapter.title() + "：" + chapter.items().size() + " 项"));
		try {
			for (Path file : new DossierFiles().write(dossier, Path.of(folder))) {
				out.println("已写入 " + file.toAbsolutePath().normalize());
			}
			out.println("这些文件没有加密：交给本人之后请删去。");
			return 0;
		}
		catch (IOException ex) {
			out.println("写不了文件（" + ex.getClass().getSimpleName() + "）：请换一个能写的目录，或删去同名文件。");
			return 1;
		}
	}

}
