package cn.mentougou.education.office.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.doctor.Checkup;
import cn.mentougou.education.office.doctor.Finding;
import cn.mentougou.education.office.inspection.Findings;
import cn.mentougou.education.shared.Refusal;

/** Has an empty page looked through, as every PDF that somebody hands in. */
@Component
@Order(17)
class PdfCheckup implements Checkup {

	@Override
	public String name() {
		return "PDF 检查";
	}

	@Override
	public Finding check() {
		try {
			Path folder = Files.createTempDirectory("doctor");
			Path page = folder.resolve("page.pdf");
			try (PDDocument document = new PDDocument()) {
				document.addPage(new PDPage());
				document.save(page.toFile());
				PdfFiles.inspect(page, new Findings());
				return Finding.good("能检查 PDF 文件。");
			}
			finally {
				Files.deleteIfExists(page);
				Files.delete(folder);
			}
		}
		catch (Refusal | IOException ex) {
			return Finding.bad("不能检查 PDF 文件，现在收不了 PDF。", "请确认运行程序的用户能启动 Java 子进程，临时目录能写，内存至少还有 200 MB。");
		}
	}

}
