package cn.mentougou.education.wechat.unanswered;

/**
 * What became of the messages of a period. Always: open at its beginning + asked =
 * answered + set aside + open at its end.
 *
 * @param openBefore how many were open when it began
 * @param asked how many messages came
 * @param occasions on how many occasions: somebody who writes three messages in a row
 * asks once
 * @param answered how many were answered in it, whenever they came
 * @param setAside how many were set aside in it because they needed no answer
 * @param openAfter how many were open when it ended, or are open now if it lasts
 */
public record Figures(long openBefore, long asked, long occasions, long answered, long setAside, long openAfter) {
}
