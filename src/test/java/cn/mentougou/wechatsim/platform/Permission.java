package cn.mentougou.wechatsim.platform;

import cn.mentougou.wechatsim.world.SimAccount;

/** Which kinds of account may call an endpoint. */
public enum Permission {

	/** All accounts. */
	EVERYBODY,
	/** Verified accounts of both kinds. */
	VERIFIED,
	/** Service accounts, verified or not, and verified subscription accounts. */
	VERIFIED_OR_SERVICE,
	/** Verified service accounts. */
	VERIFIED_SERVICE;

	boolean isGrantedTo(SimAccount account) {
		return switch (this) {
			case EVERYBODY -> true;
			case VERIFIED -> account.verified();
			case VERIFIED_OR_SERVICE -> account.verified() || account.isService();
			case VERIFIED_SERVICE -> account.verified() && account.isService();
		};
	}

}
