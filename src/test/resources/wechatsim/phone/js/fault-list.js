/** The faults offered as switches; each says in one sentence what the server will live through. */

const SEND = { path: '/cgi-bin/message/custom/send' };

const MASS = { path: '/cgi-bin/message/mass/sendall' };

const MASS_DONE = { path: 'MASSSENDJOBFINISH' };

export const PUSH_FAULTS = [
	{ option: 'duplicate', name: '重复投递', text: '服务器已经答了，平台仍把同一条消息再投一次。' },
	{ option: 'reorder', name: '次序颠倒', text: '这条推送等下一条发出以后才到，后写的先到。' },
	{ option: 'wrongSignature', name: '签名错误', text: '推送带着错误的签名，服务器应当拒收。' },
	{ option: 'oldTimestamp', name: '旧时间戳', text: '推送的时间戳是十分钟以前的，像有人重放旧报文。' },
	{ option: 'previousAesKey', name: '上一把密钥', text: '推送用更换前的密钥加密，服务器应当仍能读懂。' },
	{ option: 'otherAppId', name: '别人的 AppID', text: '密文里写着别的公众号，服务器应当拒收。' },
	{ option: 'hugeBody', name: '超大报文', text: '推送有 1 MB，服务器应当不读完就拒收。' },
];

export const API_FAULTS = [
	{ name: '系统繁忙（-1）', text: '下一次接口调用回答“系统繁忙”，服务器应当稍后再试。', fault: { match: {}, action: 'errcode', errcode: -1, times: 1 } },
	{ name: '令牌失效一次（40001）', text: '下一条客服消息被答“令牌无效”，服务器应当只换一次令牌、再试一次。', fault: { match: SEND, action: 'errcode', errcode: 40001, times: 1 } },
	{ name: '超出回复时限（45015）', text: '客服消息一律被拒，如同用户 48 小时没有说话。', fault: { match: SEND, action: 'errcode', errcode: 45015, times: 0 } },
	{ name: '超出下行条数（45047）', text: '客服消息一律被拒，如同这次互动的条数已经用完。', fault: { match: SEND, action: 'errcode', errcode: 45047, times: 0 } },
	{ name: '办了却没回音', text: '下一条客服消息用户收得到，但服务器等不到回应，结果不明。', fault: { match: SEND, action: 'drop-after', times: 1 } },
	{ name: '群发了却没回音', text: '下一次群发照样发出，但服务器等不到回应；服务器应当去查，绝不能再发一遍。', fault: { match: MASS, action: 'drop-after', times: 1 } },
	{ name: '群发结果先到', text: '下一次群发的结果事件比接口的回应先到。', fault: { match: MASS_DONE, action: 'early-event', times: 1 } },
	{ name: '群发结果丢失', text: '下一次群发的结果事件永远不来，服务器应当自己去查。', fault: { match: MASS_DONE, action: 'lost-event', times: 1 } },
	{ name: '群发被内容审核拒绝', text: '下一次群发以 err(20008) 收场，服务器应当告诉编辑。', fault: { match: MASS_DONE, action: 'job-failed', errcode: 20008, times: 1 } },
	{ name: '接口慢 6 秒', text: '每个接口都晚 6 秒才回应，聊天的回复不该因此变慢。', fault: { match: {}, action: 'latency', millis: 6000, times: 0 } },
];
