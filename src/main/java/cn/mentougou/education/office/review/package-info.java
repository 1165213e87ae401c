/**
 * Review and approval (保密审查, 审批): what a section submits is reviewed for secrecy, item by
 * item (政府信息公开条例 Art. 17; 保守国家秘密法 Art. 35: 先审查、后公开), then approved by the responsible
 * leader. Both are bound to the hash of exactly what will be shown and end with any
 * change of it. {@link cn.mentougou.education.office.review.ApprovalGate} is the one gate
 * before every channel. Features implement
 * {@link cn.mentougou.education.office.review.Reviewable}. Events out:
 * {@link cn.mentougou.education.office.review.ReviewApproved},
 * {@link cn.mentougou.education.office.review.ReviewGivenBack},
 * {@link cn.mentougou.education.office.review.ReviewVoided}.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "office.privacy", "office.audit", "office.calendar", "office.attachment" })
package cn.mentougou.education.office.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
