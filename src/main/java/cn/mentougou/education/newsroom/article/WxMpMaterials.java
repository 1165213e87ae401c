package cn.mentougou.education.newsroom.article;

import java.io.File;
import java.util.Optional;

import me.chanjar.weixin.common.api.WxConsts;
import me.chanjar.weixin.mp.bean.material.WxMpMaterial;
import me.chanjar.weixin.mp.bean.material.WxMpMaterialFileBatchGetResult;

import cn.mentougou.education.wechat.call.Called;
import cn.mentougou.education.wechat.call.WxMpCalls;
import cn.mentougou.education.wechat.token.WxMpClients;

/** The calls that bring pictures to the platform, each once. */
class WxMpMaterials {

	private static final int NEWEST = 20;

	private final WxMpClients clients;

	WxMpMaterials(WxMpClients clients) {
		this.clients = clients;
	}

	/** A picture for articles ({@code media/uploadimg}); answers its address. */
	Called<String> uploadForBody(String appId, File picture) {
		return WxMpCalls.make(() -> this.clients.of(appId).getMaterialService().mediaImgUpload(picture).getUrl());
	}

	/** A permanent picture ({@code material/add_material}); answers its media id. */
	Called<String> uploadForCover(String appId, File picture) {
		return WxMpCalls.make(() -> this.clients.of(appId)
			.getMaterialService()
			.materialFileUpload(WxConsts.MediaFileType.IMAGE, new WxMpMaterial(picture.getName(), picture, "", ""))
			.getMediaId());
	}

	/** The newest permanent picture of this name, if it is among the last twenty. */
	Called<Optional<String>> findCover(String appId, String name) {
		return WxMpCalls.make(() -> this.clients.of(appId)
			.getMaterialService()
			.materialFileBatchGet(WxConsts.MediaFileType.IMAGE, 0, NEWEST)
			.getItems()
			.stream()
			.filter((item) -> name.equals(item.getName()))
			.map(WxMpMaterialFileBatchGetResult.WxMaterialFileBatchGetNewsItem::getMediaId)
			.findFirst());
	}

}
