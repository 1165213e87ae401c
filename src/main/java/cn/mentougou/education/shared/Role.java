package cn.mentougou.education.shared;

/**
 * What a person may be asked to do for a unit. Rights follow from roles alone; nobody has
 * rights of their own.
 */
public enum Role {

	/** Section submitter (科室报送员): writes drafts and hands them in. */
	SUBMITTER("报送员"),

	/** Editor (编辑): edits news and schedules the push. */
	EDITOR("编辑"),

	/** Reviewer (保密审查员): reviews for secrecy and personal data. */
	REVIEWER("保密审查员"),

	/** Responsible leader (主管领导): approves. */
	LEADER("主管领导"),

	/** Disclosure clerk (信息公开经办人): keeps the registers of disclosure. */
	DISCLOSURE_CLERK("信息公开经办人"),

	/** Enquiry clerk (咨询投诉经办人): answers enquiries and complaints. */
	ENQUIRY_CLERK("咨询投诉经办人"),

	/** Teacher (教师): talks with the guardians of a class; needs no console account. */
	TEACHER("教师"),

	/** School administrator (学校管理员): keeps the roster of one school. */
	SCHOOL_ADMINISTRATOR("学校管理员"),

	/** Opinion officer (舆情专员): watches and handles public opinion. */
	OPINION_OFFICER("舆情专员"),

	/** Kiosk keeper (触摸屏管理员): looks after the touch screens. */
	KIOSK_KEEPER("触摸屏管理员"),

	/**
	 * System administrator (系统管理员): units, people, jobs. Excludes the two others.
	 */
	SYSTEM_ADMINISTRATOR("系统管理员"),

	/**
	 * Security administrator (安全管理员): roles and sign-ins. Excludes the two others.
	 */
	SECURITY_ADMINISTRATOR("安全管理员"),

	/** Audit administrator (审计管理员): reads the audit. Excludes the two others. */
	AUDIT_ADMINISTRATOR("审计管理员");

	private final String title;

	Role(String title) {
		this.title = title;
	}

	/** What people call it, in Chinese. */
	public String title() {
		return this.title;
	}

	/**
	 * Whether it is one of the three that no one person may hold together (三员分立, GB/T
	 * 22239-2019, 8.1.4.2).
	 */
	public boolean isAdministrator() {
		return this == SYSTEM_ADMINISTRATOR || this == SECURITY_ADMINISTRATOR || this == AUDIT_ADMINISTRATOR;
	}

}
