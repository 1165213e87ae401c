package cn.mentougou.education.office.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.command.Command;
import cn.mentougou.education.shared.Actor;

/** {@code java -jar … backup <directory>}. */
@Component
class BackupCommand implements Command {

	private final ObjectProvider<Backup> backups;

	private final ObjectProvider<Audit> audit;

	BackupCommand(ObjectProvider<Backup> backups, ObjectProvider<Audit> audit) {
		this.backups = backups;
		this.audit = audit;
	}

	@Override
	public String name() {
		return "backup";
	}

	@Override
	public String help() {
		return "<目录>  把数据库和附件备份到一个空目录（程序可以照常运行；不含密钥）";
	}

	@Override
	public int run(List<String> arguments, PrintStream out) {
		if (arguments.size() != 1) {
			out.println("用法：backup <空目录>");
			return MISUSED;
		}
		Path directory = Path.of(arguments.get(0)).toAbsolutePath();
		try {
			Manifest manifest = this.backups.getObject().make(directory, out);
			this.audit.getObject()
				.recordAlone(AuditEntry.done(Actor.system("command:backup"), "backup.made", "database", "all")
					.with("rows", manifest.rows())
					.with("files", manifest.files().count()));
			out.println("✔ 已备份 " + manifest.tables().size() + " 张表、" + manifest.rows() + " 行、"
					+ manifest.files().count() + " 个附件，到 " + directory);
			out.println("  恢复时需要编号为 " + String.join("、", manifest.keys().used())
					+ " 的加密密钥和检索密钥（education.privacy.*）。密钥不在备份里，请另外保存。");
			return 0;
		}
		catch (Backup.NotEmpty ex) {
			out.println("✘ 目录 " + directory + " 不是空的。请给一个空目录，例如以日期命名。");
		}
		catch (IOException ex) {
			out.println("✘ 写不进目录 " + directory + "（" + ex.getClass().getSimpleName() + "）。请检查磁盘空间和权限，换一个空目录重做。");
		}
		catch (SQLException ex) {
			out.println("✘ 读不了数据库。请检查它是否启动，以及 spring.datasource.* 和 spring.flyway.user，换一个空目录重做。");
		}
		return 1;
	}

}
