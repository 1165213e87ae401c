package cn.mentougou.education.office.processing;

/**
 * What is said about something that is done with personal data.
 *
 * @param name what it is called
 * @param purpose what for
 * @param legalBasis by which right
 * @param categories which data
 * @param aboutMinors whether data of children under 14 are among them
 * @param recipients who else gets them
 * @param retention how long they are kept
 * @param assessment the result of the impact assessment
 * @param auditResult the result of the last audit of minors' data
 */
record ActivityText(String name, String purpose, String legalBasis, String categories, boolean aboutMinors,
		String recipients, String retention, String assessment, String auditResult) {
}
