package cn.mentougou.education.wechat.quota;

/**
 * How much of a bounded call was used.
 *
 * @param api the path of the call
 * @param used how many
 * @param limit of how many
 * @param isMonthly whether in this month instead of this day
 */
public record CallUsage(String api, int used, int limit, boolean isMonthly) {
}
