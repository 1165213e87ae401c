package cn.mentougou.education.wechat.mark;

import java.util.List;

import cn.mentougou.education.wechat.tag.Asked;
import cn.mentougou.education.wechat.tag.WxMpAsking;
import cn.mentougou.education.wechat.token.WxMpClients;

/** The platform's calls for what the staff give followers, each once. */
class WxMpMarks {

	private final WxMpClients clients;

	WxMpMarks(WxMpClients clients) {
		this.clients = clients;
	}

	/** One call for all these people; of a remark there is one. */
	Asked<Boolean> make(MarkMapper.Row head, List<String> openIds, String remark) {
		String appId = head.appId();
		return WxMpAsking.ask(() -> {
			switch (head.kind()) {
				case PUT_ON -> this.clients.of(appId)
					.getUserTagService()
					.batchTagging((long) head.tagId(), openIds.toArray(String[]::new));
				case TAKE_OFF -> this.clients.of(appId)
					.getUserTagService()
					.batchUntagging((long) head.tagId(), openIds.toArray(String[]::new));
				case REMARK -> this.clients.of(appId).getUserService().userUpdateRemark(openIds.get(0), remark);
				case BLOCK -> this.clients.of(appId).getBlackListService().pushToBlacklist(openIds);
				case UNBLOCK -> this.clients.of(appId).getBlackListService().pullFromBlacklist(openIds);
			}
			return true;
		});
	}

}
