/** Chinese names for what travels: kinds of pushes, their states, verdicts, and the platform's interfaces. */

const KINDS = {
	text: '文字', image: '图片', voice: '语音', video: '视频', shortvideo: '小视频', location: '位置', link: '链接',
	subscribe: '关注', unsubscribe: '取消关注', SCAN: '扫码', CLICK: '点菜单', VIEW: '点菜单链接', LOCATION: '上报位置',
	view_miniprogram: '点小程序菜单', scancode_push: '菜单扫码', scancode_waitmsg: '菜单扫码等待', pic_sysphoto: '菜单拍照',
	pic_photo_or_album: '菜单发图', pic_weixin: '菜单相册', location_select: '菜单选位置', TEMPLATESENDJOBFINISH: '模板消息结果',
	MASSSENDJOBFINISH: '群发结果', PUBLISHJOBFINISH: '发布结果', subscribe_msg_popup_event: '订阅通知弹窗',
	subscribe_msg_change_event: '订阅通知设置', subscribe_msg_sent_event: '订阅通知结果',
};

export const STATES = { delivering: '投递中', answered: '已回复', silent: '收到，不回复', failed: '投递失败', 'late-discarded': '迟到作废' };

export const VERDICTS = {
	'ok-reply': '有效回复', 'ok-empty': '收到，不回复', bad: '回复不合规', timeout: '超时', 'connection-error': '连不上',
	'http-status': '状态码不对', 'late-discarded': '迟到作废',
};

const PATHS = {
	'/cgi-bin/token': '取 access_token', '/cgi-bin/stable_token': '取稳定版 access_token', '/cgi-bin/getcallbackip': '查推送来源地址',
	'/cgi-bin/get_api_domain_ip': '查接口地址', '/cgi-bin/message/custom/send': '发客服消息', '/cgi-bin/message/custom/typing': '正在输入',
	'/cgi-bin/user/info': '查用户', '/cgi-bin/user/info/batchget': '批量查用户', '/cgi-bin/user/get': '查关注者列表',
	'/cgi-bin/menu/create': '建菜单', '/cgi-bin/menu/get': '查菜单', '/cgi-bin/menu/delete': '删菜单', '/cgi-bin/qrcode/create': '建带参二维码', '/cgi-bin/showqrcode': '取二维码图片',
	'/cgi-bin/menu/addconditional': '建个性化菜单', '/cgi-bin/menu/delconditional': '删个性化菜单', '/cgi-bin/menu/trymatch': '试个性化菜单',
	'/cgi-bin/get_current_selfmenu_info': '查当前菜单', '/cgi-bin/get_current_autoreply_info': '查原有自动回复',
	'/cgi-bin/tags/create': '建标签', '/cgi-bin/tags/get': '查标签', '/cgi-bin/tags/update': '改标签', '/cgi-bin/tags/delete': '删标签',
	'/cgi-bin/tags/members/batchtagging': '打标签', '/cgi-bin/tags/members/batchuntagging': '去标签', '/cgi-bin/tags/getidlist': '查用户的标签',
	'/cgi-bin/user/tag/get': '查标签下的人', '/cgi-bin/user/info/updateremark': '写备注', '/cgi-bin/tags/members/getblacklist': '查黑名单',
	'/cgi-bin/tags/members/batchblacklist': '拉黑', '/cgi-bin/tags/members/batchunblacklist': '取消拉黑',
	'/cgi-bin/message/template/send': '发模板消息', '/cgi-bin/message/subscribe/bizsend': '发订阅通知', '/cgi-bin/template/get_all_private_template': '查模板', '/wxaapi/newtmpl/gettemplate': '查订阅通知模板', '/cgi-bin/draft/add': '建草稿',
	'/cgi-bin/draft/update': '改草稿', '/cgi-bin/draft/get': '查草稿', '/cgi-bin/draft/delete': '删草稿', '/cgi-bin/draft/batchget': '列草稿', '/cgi-bin/draft/count': '数草稿',
	'/cgi-bin/message/mass/send': '群发给指定的人', '/cgi-bin/message/mass/preview': '群发预览', '/cgi-bin/message/mass/delete': '删群发', '/cgi-bin/media/uploadimg': '传正文图片',
	'/cgi-bin/freepublish/delete': '删发布', '/cgi-bin/freepublish/getarticle': '查已发布文章', '/cgi-bin/freepublish/batchget': '列已发布文章',
	'/datacube/getarticletotaldetail': '查文章数据', '/datacube/getbizsummary': '查公众号数据',
	'/cgi-bin/freepublish/submit': '发布', '/cgi-bin/freepublish/get': '查发布', '/cgi-bin/message/mass/sendall': '群发', '/cgi-bin/message/mass/get': '查群发',
	'/cgi-bin/media/upload': '传临时素材', '/cgi-bin/material/add_material': '传永久素材', '/cgi-bin/ticket/getticket': '取票据',
	'/cgi-bin/clear_quota': '清零次数', '/sns/oauth2/access_token': '网页授权换令牌',
};

export function pathName(path) {
	return PATHS[path] || '';
}

function element(xml, name) {
	const match = new RegExp(`<${name}>(?:<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|([^<]*))</${name}>`).exec(xml || '');
	return match ? (match[1] ?? match[2]) : '';
}

export function pushName(push) {
	const event = element(push.clearXml, 'Event');
	const bare = String(push.kind || '').replace(/^event[:.]/, '');
	return KINDS[event] || KINDS[bare] || KINDS[element(push.clearXml, 'MsgType')] || event || push.kind || '推送';
}

/** The few words that tell one push from another in a list. */
export function pushExcerpt(push) {
	for (const name of ['Content', 'EventKey', 'Recognition', 'Label', 'Title', 'Status']) {
		const text = element(push.clearXml, name);
		if (text) {
			return text;
		}
	}
	return '';
}
