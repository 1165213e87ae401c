package cn.mentougou.education.wechat.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.SealedRegister;

/**
 * Tells under which keys messages still wait on this machine. They are not sealed again:
 * their files belong to the running instances, and are empty seconds after the database
 * is back.
 */
class SpoolRegister implements SealedRegister {

	private final Path directory;

	SpoolRegister(Path directory) {
		this.directory = directory;
	}

	@Override
	public String register() {
		return "wechat.spool";
	}

	@Override
	public String title() {
		return "本机暂存的消息（数据库恢复后自动清空）";
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		if (!Files.isDirectory(this.directory)) {
			return "";
		}
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.directory, "spool-*.{current,replaying}")) {
			for (Path file : files) {
				SpoolFile.read(file).forEach(resealing::waiting);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return "";
	}

}
