package cn.mentougou.education.office.counter;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.office.door.Browser;
import cn.mentougou.education.office.door.OfficeSite;
import cn.mentougou.education.shared.Role;
import cn.mentougou.specimens.Specimen;
import cn.mentougou.specimens.Specimens;

import static org.assertj.core.api.Assertions.assertThat;

class UploadJourneyTests extends OfficeSite {

	private static final int MEGABYTE = 1 << 20;

	@Test
	void hiddenColumnIsCaughtAndAnsweredByTheReviewer() throws Exception {
		Browser submitter = signedIn(colleague(Role.SUBMITTER));
		submitter.open("/console/files");
		String report = Browser.to(submitter.upload("/console/files", "招生计划.xlsx", specimen("hidden column")));
		assertThat(report).matches("/console/files/\\d+");
		assertThat(submitter.open(report).body()).contains("文件已检查并保存", "招生计划.xlsx", "有隐藏的列", "工作表“招生计划”B 列");
		Browser reviewer = signedIn(colleague(Role.REVIEWER));
		assertThat(reviewer.open("/console").body()).contains("文件的检查结果等您答复");
		reviewer.open(report);
		reviewer.submit(report + "/answer", "code", "HIDDEN_COLUMN", "reason", "列中没有内容");
		assertThat(reviewer.open(report).body()).contains("同意保留：列中没有内容");
	}

	@Test
	void tooLargeUploadIsExplainedOnAPageWhateverItsSize() {
		Browser submitter = signedIn(colleague(Role.SUBMITTER));
		submitter.open("/console/files");
		HttpResponse<String> little = submitter.upload("/console/files", "a.pdf", new byte[21 * MEGABYTE]);
		assertThat(Browser.to(little)).isEqualTo("/console/files");
		assertThat(submitter.open("/console/files").body()).contains("文件太大：这种文件最多 20 MB");
		HttpResponse<String> much = submitter.upload("/console/files", "a.pdf", new byte[30 * MEGABYTE]);
		assertThat(much.statusCode()).isEqualTo(413);
		assertThat(much.body()).contains("太大");
	}

	@Test
	void uploadWithoutTheWordOfTheFormIsRefused() throws Exception {
		Browser submitter = signedIn(colleague(Role.SUBMITTER));
		submitter.open("/assets/console.css");
		assertThat(submitter.upload("/console/files", "a.txt", "a".getBytes()).statusCode()).isEqualTo(403);
	}

	private static byte[] specimen(String title) throws Exception {
		for (Specimen specimen : Specimens.all()) {
			if (specimen.title().equals(title)) {
				return specimen.maker().make();
			}
		}
		throw new IllegalArgumentException(title);
	}

}
