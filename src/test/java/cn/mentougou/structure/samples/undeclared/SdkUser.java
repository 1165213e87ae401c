package cn.mentougou.structure.samples.undeclared;

import me.chanjar.weixin.mp.api.WxMpService;

/** Uses the SDK under a name that does not say so. */
interface SdkUser {

	void use(WxMpService service);

}
