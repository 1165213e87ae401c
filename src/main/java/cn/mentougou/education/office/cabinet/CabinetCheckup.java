package cn.mentougou.education.office.cabinet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.beans.factory.ObjectProvider;

import cn.mentougou.education.office.doctor.Checkup;
import cn.mentougou.education.office.doctor.Finding;

/** Looks at the directory of the files. */
class CabinetCheckup implements Checkup {

	private final ObjectProvider<CabinetRooms> rooms;

	CabinetCheckup(ObjectProvider<CabinetRooms> rooms) {
		this.rooms = rooms;
	}

	@Override
	public String name() {
		return "附件目录";
	}

	@Override
	public Finding check() {
		CabinetRooms found = this.rooms.getObject();
		Path directory = found.directory();
		if (!Files.isDirectory(directory)) {
			return Finding.bad("education.attachment.directory（" + directory + "）不存在。",
					"请建好目录，让运行程序的用户能写；几个实例要用同一个共享目录，先确认共享盘已经挂载。");
		}
		try {
			Path probe = Files.createTempFile(found.incoming(), "doctor", ".part");
			Files.writeString(probe, "x");
			Files.delete(probe);
			long free = Files.getFileStore(directory).getUsableSpace();
			if (free < found.keepFree()) {
				return Finding.bad("只剩 " + (free >> 20) + " MB，低于保留的 " + (found.keepFree() >> 20) + " MB，现在不能上传文件。",
						"请清理或扩大这块磁盘。");
			}
			if (!Files.exists(directory.resolve(CabinetRooms.MARK))) {
				return Files.exists(directory.resolve("sealed"))
						? Finding.bad(directory + " 里没有标记文件 " + CabinetRooms.MARK + "。", "请确认共享盘已经挂载，并且各实例指向同一个目录。")
						: Finding.good(directory + " 能写，还是空的（第一次上传时会做标记），剩余 " + (free >> 20) + " MB。");
			}
			return Finding.good(directory + " 能写，剩余 " + (free >> 20) + " MB。");
		}
		catch (IOException ex) {
			return Finding.bad(directory + " 不能写（" + ex.getClass().getSimpleName() + "）。", "请让运行程序的用户能写这个目录。");
		}
	}

}
