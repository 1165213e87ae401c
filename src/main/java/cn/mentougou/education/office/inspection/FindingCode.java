package cn.mentougou.education.office.inspection;

/**
 * What can be found in a file that its reader would not see or should not be shown. The
 * name is stored; the sentences are for people.
 */
public enum FindingCode {

	/** A sheet that Excel's menu can show again. */
	HIDDEN_SHEET(Severity.SERIOUS, "有隐藏的工作表", "在 Excel 里右键工作表标签，选“取消隐藏”，看过后删除，再上传。"),

	/** A sheet that only a program can show again. */
	VERY_HIDDEN_SHEET(Severity.SERIOUS, "有深度隐藏的工作表（菜单里看不到）", "把要公开的内容复制到一个新的表格文件里，再上传。"),

	/** Hidden or filtered rows. */
	HIDDEN_ROW(Severity.SERIOUS, "有隐藏的行", "全选后右键行号“取消隐藏”，并清除筛选，删除不该公开的行，再上传。"),

	/** Hidden or zero-width columns. */
	HIDDEN_COLUMN(Severity.SERIOUS, "有隐藏的列", "全选后右键列标“取消隐藏”，删除不该公开的列，再上传。"),

	/** The source rows of a pivot table. */
	PIVOT_CACHE(Severity.SERIOUS, "数据透视表里带着全部原始数据", "把透视表复制后“选择性粘贴为数值”，存成新文件，再上传。"),

	/** A link to another file or site, with its cached values. */
	EXTERNAL_LINK(Severity.ANSWER, "引用了外部文件或网址", "在“数据—编辑链接”里断开链接（或删除模板、图片的外部引用），再上传。"),

	/** A connection to a database or a query. */
	DATA_CONNECTION(Severity.SERIOUS, "带有数据库或网页的数据连接", "在“数据—连接”里删除，再上传。"),

	/** A field or formula that starts a program. */
	DDE(Severity.SERIOUS, "有会启动其他程序的公式或域（DDE）", "不要打开运行；请删除它，或把内容粘贴为文字后重新保存，再上传。"),

	/** A cell of a CSV file that a spreadsheet would run. */
	FORMULA(Severity.ANSWER, "有以 = + - @ 开头、会被表格软件当作公式的内容", "核对这些格子；需要原样显示的，在前面加一个单引号。"),

	/** Text that was deleted or inserted with the changes kept. */
	TRACKED_CHANGE(Severity.SERIOUS, "保留着修订记录（删掉的字还在文件里）", "在“审阅”里“接受所有修订”，再上传。"),

	/** Comments of the people who wrote it. */
	COMMENT(Severity.ANSWER, "有批注", "在“审阅”里删除全部批注，再上传。"),

	/** Who wrote it, where and when. */
	METADATA(Severity.ANSWER, "文件属性里有作者、单位等信息", "用“文件—信息—检查文档”删除文档属性和个人信息，再上传。"),

	/** Text that is formatted as hidden or unreadably small. */
	HIDDEN_TEXT(Severity.SERIOUS, "有隐藏的文字或图形", "全选后取消“隐藏”格式，看过后删除，再上传。"),

	/** A slide that is skipped. */
	HIDDEN_SLIDE(Severity.SERIOUS, "有隐藏的幻灯片", "右键“取消隐藏幻灯片”，看过后删除，再上传。"),

	/** What only the speaker sees. */
	SPEAKER_NOTES(Severity.ANSWER, "有演讲者备注", "在“备注”里删除，再上传。"),

	/** Something that lies beside the page. */
	OFF_PAGE(Severity.SERIOUS, "页面外面放着看不到的内容", "把它移回页面看一看，不要的删除，再上传。"),

	/** Another document inside. */
	EMBEDDED_FILE(Severity.SERIOUS, "里面嵌着别的文件（例如图表背后的整张表格）", "把图表或对象复制后“粘贴为图片”，删除原对象，再上传。"),

	/** An archive inside. */
	NESTED_ARCHIVE(Severity.SERIOUS, "里面嵌着压缩包", "删除压缩包；需要的文件请单独上传。"),

	/** A photo inside tells where and when it was taken. */
	PICTURE_DETAILS(Severity.ANSWER, "里面的照片带着拍摄信息（可能有地点）", "对图片“压缩图片”或改贴截图后重新保存，再上传。"),

	/** JavaScript. */
	SCRIPT(Severity.SERIOUS, "PDF 里有脚本程序", "从原文件重新“导出为 PDF”，不要带脚本，再上传。"),

	/** Something that happens when the file is opened. */
	AUTOMATIC_ACTION(Severity.SERIOUS, "打开时会自动执行动作", "从原文件重新“导出为 PDF”，再上传。"),

	/** A note, a stamp or a filled form. */
	ANNOTATION(Severity.ANSWER, "有注释、图章或表单内容", "删除注释，或用“打印—另存为 PDF”压平后再上传。"),

	/** Pages that are pictures: no program here can read them. */
	UNREADABLE_PAGE(Severity.ANSWER, "有的页面是图片，程序看不到里面的文字", "请人工核对这些页面有没有身份证号、电话等信息。"),

	/** An identity number with a right check digit. */
	RESIDENT_ID(Severity.SERIOUS, "有身份证号码", "删除或改成只留首尾几位（如 110***********12），再上传。"),

	/** A mobile phone number. */
	MOBILE_PHONE(Severity.SERIOUS, "有手机号码", "确属公开的办公电话可以说明理由后保留；个人手机号请删除或改成 138****5678。"),

	/** A bank card number with a right check digit. */
	BANK_CARD(Severity.SERIOUS, "有银行卡号", "删除后再上传。"),

	/** A picture was drawn anew and lost what its camera had written. */
	PICTURE_CLEANED(Severity.CLEANED, "照片里的拍摄信息（地点、时间、机型等）已经清除", "不需要处理。"),

	/** What followed the picture was left out. */
	TAIL_REMOVED(Severity.CLEANED, "图片后面附带的其他内容已经清除", "不需要处理；如果是您有意附上的，请单独上传。");

	private final Severity severity;

	private final String title;

	private final String advice;

	FindingCode(Severity severity, String title, String advice) {
		this.severity = severity;
		this.title = title;
		this.advice = advice;
	}

	/** How much it matters. */
	public Severity severity() {
		return this.severity;
	}

	/** What is the matter, in Chinese. */
	public String title() {
		return this.title;
	}

	/** What to do about it, in Chinese. */
	public String advice() {
		return this.advice;
	}

	/** How much a finding matters. */
	public enum Severity {

		/** It is gone already; nobody needs to do anything. */
		CLEANED("已清除"),

		/** A reviewer says that it may stay, or asks for a new file. */
		ANSWER("需要说明"),

		/** Most likely a leak. */
		SERIOUS("很可能泄露信息");

		private final String title;

		Severity(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

}
