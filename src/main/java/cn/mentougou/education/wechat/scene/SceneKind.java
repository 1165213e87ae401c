package cn.mentougou.education.wechat.scene;

import java.util.Locale;

/**
 * What a code leads to. Until a feature answers for a kind ({@link SceneTarget}), whoever
 * scans reads here what there will be.
 */
public enum SceneKind {

	/** A school or kindergarten: one code each. */
	SCHOOL("学校", "了解学校，找到孩子的班级，向学校提问", "学校的介绍和班级入口正在准备，开通后扫这个码就能看到。"),

	/** A class: one code each. */
	CLASS("班级", "申请进入孩子的班级，由班主任确认后与教师联系", "班级互动正在准备。开通后扫这个码就能申请进入孩子的班级，由班主任确认。"),

	/** A poster or an event, by its title. */
	POSTER("海报", "看到海报上所说的内容，也可以直接提问", "海报上所说的内容正在准备，开通后扫这个码就能看到。"),

	/** A touch screen (触摸屏), by its place. */
	KIOSK("触摸屏", "把触摸屏上的内容带到手机上继续看", "把触摸屏上的内容带到手机上看，这一功能正在准备。"),

	/** The way from the subscription account (订阅号); there is one code for it. */
	ACCOUNT("订阅号引导", "进入孩子的班级、查询申请、向教委提问", "班级和申请查询正在准备，开通后点下面的菜单就能进入。"),

	/** Anything else, by its title. */
	OTHER("其他", "看到相关内容，也可以直接提问", "相关内容正在准备，开通后扫这个码就能看到。");

	private final String title;

	private final String promise;

	private final String coming;

	SceneKind(String title, String promise, String coming) {
		this.title = title;
		this.promise = promise;
		this.coming = coming;
	}

	/** What people call it. */
	public String title() {
		return this.title;
	}

	/** What can be done after the scan: the rest of 扫码后可以…. */
	String promise() {
		return this.promise;
	}

	/** What there will be, said until a feature answers. */
	String coming() {
		return this.coming;
	}

	/** Whether a unit has one code of this kind, whose title is the unit's name. */
	public boolean isOnePerUnit() {
		return this == SCHOOL || this == ACCOUNT;
	}

	/** The kind as it stands in a scene. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
