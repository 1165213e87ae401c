package cn.mentougou.education.office.counter;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.access.PublicPath;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;

/** The page of the files, what waits there, and where published files are. */
@Configuration(proxyBeanMethods = false)
class CounterConfiguration {

	@Bean
	ConsolePage filesPage() {
		return new ConsolePage(FilesConsoleController.PATH, "文件检查", ConsolePage.Section.OFFICE, 40, Attachments.ROLES,
				"上传要公开或要发布的文件，系统马上检查里面有没有看不见的内容：隐藏的表、行、列，修订记录，批注，作者，身份证号、手机号、银行卡号等，"
						+ "并告诉您在哪里、怎么办。照片会去掉拍摄地点。检查出的问题要么改好后重新上传，要么由保密审查员（不能是上传人自己）写明理由后保留；没有答复完的文件不能公开。");
	}

	@Bean
	PublicPath publicFilePath() {
		return new PublicPath("/files/*");
	}

	@Bean
	TodaySource filesToReview(Attachments attachments) {
		return (actor, today) -> {
			int count = attachments.awaitingReview(actor);
			return (count == 0) ? List.of()
					: List.of(TodayEntry.waiting(count + " 个文件的检查结果等您答复", FilesConsoleController.PATH + "?open=true"));
		};
	}

}
