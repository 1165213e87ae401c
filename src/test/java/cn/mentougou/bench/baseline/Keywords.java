package cn.mentougou.bench.baseline;

import java.util.List;

/** What is asked in the benchmark, and the one right answer to each of it. */
public final class Keywords {

	/** The keywords, each a whole text. */
	public static final List<String> ALL = List.of("招生", "学区", "转学", "电话", "校历", "停课", "校车", "食堂", "资助", "体检");

	private Keywords() {
	}

	/** The answer that every contender must give. */
	public static String answerTo(String keyword) {
		return "关于“" + keyword + "”：请在工作日 9:00–17:30 到区教委办公室（新桥大街 36 号）咨询，或拨打 010-0000 0000。"
				+ "需要带户口簿、居住证明和学生证原件。详细的办理条件、时间和材料，请在菜单“办事指南”里查看；" + "紧急情况请直接与班主任联系。" + keyword + "的最新通知会在每天的推送里发布。";
	}

}
