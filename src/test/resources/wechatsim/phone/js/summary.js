/** A bubble in one line, for the list of chats. */

const NAMES = { image: '[图片]', voice: '[语音]', video: '[视频]', shortvideo: '[视频]', location: '[位置]', link: '[链接]', news: '[图文]', music: '[音乐]', 'mini-program': '[小程序]' };

export function summary(bubble) {
	if (bubble.kind === 'news') {
		return `${NAMES.news} ${bubble.articles?.[0]?.title || bubble.title || ''}`;
	}
	if (bubble.kind === 'card') {
		return `[通知] ${bubble.title || ''}`;
	}
	if (bubble.kind in NAMES) {
		return `${NAMES[bubble.kind]} ${bubble.title || (bubble.kind === 'location' && bubble.text) || ''}`.trim();
	}
	return withoutLinks(bubble.text || bubble.title || '').replace(/\s+/g, ' ');
}

export function withoutLinks(text) {
	return text.replace(/<a\s+[^>]*href=[^>]*>([^<]*)<\/a>/gi, '$1');
}
