/** What the platform noted about an attempt, in Chinese; what it has no words for stays as it is. */

const NOTES = [
	[/^duplicate\s*/, '故意重复投递　'],
	[/no answer in time/, '没有在时限内等到回应'],
	[/,?\s*the answer came later and was discarded/, '，后来的回应已作废'],
	[/^status (\d+)$/, '状态码是 $1，平台只认 200'],
	[/safe mode wants a sealed reply/, '安全模式下回复必须加密'],
	[/plain mode wants an unsealed reply/, '明文模式下回复不能加密'],
	[/MsgSignature does not fit/, '回复的签名对不上'],
	[/sealed for another app id/, '回复是给别的公众号加密的'],
	[/no key opens the reply.*/, '回复解不开'],
	[/ToUserName is not the sender/, '回复的收件人不是发消息的人'],
	[/FromUserName is not the account/, '回复的发件人不是这个公众号'],
	[/CreateTime is not a number/, '回复的时间不是数字'],
	[/unknown MsgType\s*/, '不认识的消息类型 '],
	[/(\w+) without (\w+)/, '$1 缺少 $2'],
	[/Content of (\d+) bytes/, '正文有 $1 字节，应为 1 到 2048'],
	[/ArticleCount is not the number of articles/, '图文条数对不上'],
	[/(\d+) articles, (\d+) allowed/, '有 $1 条图文，只许 $2 条'],
	[/Connection refused/i, '连接被拒绝，服务器没有开'],
	[/Connection reset/i, '连接断了'],
];

export function noteText(note) {
	return NOTES.reduce((text, [pattern, words]) => text.replace(pattern, words), note || '');
}
