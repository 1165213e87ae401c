package cn.mentougou.education.office.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.audit.Anchor;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.audit.Verdict;
import cn.mentougou.education.office.audit.Verification;
import cn.mentougou.education.office.command.Command;
import cn.mentougou.education.shared.Actor;

/** {@code java -jar … restore [--dry-run | --replace] <directory>}. */
@Component
class RestoreCommand implements Command {

	private static final String DRY_RUN = "--dry-run";

	private static final String REPLACE = "--replace";

	private final ObjectProvider<Inspection> inspections;

	private final ObjectProvider<Restore> restores;

	private final ObjectProvider<Verification> verification;

	private final ObjectProvider<Audit> audit;

	RestoreCommand(ObjectProvider<Inspection> inspections, ObjectProvider<Restore> restores,
			ObjectProvider<Verification> verification, ObjectProvider<Audit> audit) {
		this.inspections = inspections;
		this.restores = restores;
		this.verification = verification;
		this.audit = audit;
	}

	@Override
	public String name() {
		return "restore";
	}

	@Override
	public String help() {
		return "[--dry-run | --replace] <目录>  从备份恢复到空库；--dry-run 只检查，--replace 覆盖现有内容（先停止程序）";
	}

	@Override
	public int run(List<String> arguments, PrintStream out) {
		List<String> directories = arguments.stream().filter((argument) -> !argument.startsWith("--")).toList();
		boolean isKnown = List.of(DRY_RUN, REPLACE)
			.containsAll(arguments.stream().filter((argument) -> argument.startsWith("--")).toList());
		if (directories.size() != 1 || !isKnown) {
			out.println("用法：restore [--dry-run | --replace] <备份目录>");
			return MISUSED;
		}
		Path directory = Path.of(directories.get(0)).toAbsolutePath();
		Manifest manifest = Manifest.read(directory);
		if (manifest == null) {
			out.println("✘ " + directory + " 里没有完整的备份（缺 " + Manifest.NAME + " 或读不懂它）。备份中断时就是这样，请换一份。");
			return 1;
		}
		try {
			return run(directory, manifest, arguments, out);
		}
		catch (Restore.Mismatch ex) {
			out.println("✘ " + ex.getMessage() + "。数据库没有改动。请换一份备份，并把这份交给开发人员。");
		}
		catch (IOException ex) {
			out.println("✘ 读不了备份或写不进附件目录（" + ex.getClass().getSimpleName() + "）。数据库没有改动；处理后可以重做。");
		}
		catch (SQLException ex) {
			out.println("✘ 数据库中断了恢复（" + ex.getSQLState() + "）。数据库没有改动；处理后可以重做。");
		}
		return 1;
	}

	private int run(Path directory, Manifest manifest, List<String> arguments, PrintStream out)
			throws SQLException, IOException {
		List<String> problems = this.inspections.getObject().problems(directory, manifest, arguments.contains(REPLACE));
		if (!problems.isEmpty()) {
			problems.forEach((problem) -> out.println("✘ " + problem));
			out.println("没有恢复：有 " + problems.size() + " 个问题要先解决。");
			return 1;
		}
		String content = manifest.madeAt() + " 的备份：" + manifest.tables().size() + " 张表、" + manifest.rows() + " 行、"
				+ manifest.files().count() + " 个附件";
		if (arguments.contains(DRY_RUN)) {
			out.println("✔ 可以恢复。" + content + "。这次只是检查，没有改动任何东西。");
			return 0;
		}
		this.restores.getObject().run(directory, manifest);
		out.println("✔ 已恢复 " + content + "，逐表比对一致。");
		return audited(manifest, out);
	}

	private int audited(Manifest manifest, PrintStream out) {
		Manifest.Head head = manifest.audit();
		Verification chain = this.verification.getObject();
		Verdict verdict = (head.position() == 0) ? chain.verifyAll()
				: chain.verifyAll(Anchor.kept(head.position(), head.hash()));
		this.audit.getObject()
			.recordAlone(AuditEntry.done(Actor.system("command:restore"), "backup.restored", "database", "all")
				.with("rows", manifest.rows())
				.with("files", manifest.files().count())
				.with("made-at", manifest.madeAt()));
		Verdict.Fault fault = verdict.fault();
		// What was recorded in the last seconds before the snapshot is sealed at the
		// start.
		boolean isWhole = fault == null || fault.kind() == Verdict.Fault.Kind.UNSEALED;
		out.println((isWhole ? "✔ 审计链与备份时一致，到第 " + verdict.position() + " 条。" : "✘ " + verdict.sentence()));
		return isWhole ? 0 : 1;
	}

}
