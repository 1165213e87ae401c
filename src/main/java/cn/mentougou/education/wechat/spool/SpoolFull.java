package cn.mentougou.education.wechat.spool;

/** The spool takes no more: the platform must be refused, and an operator must act. */
public class SpoolFull extends RuntimeException {

	SpoolFull(String reason) {
		super(reason);
	}

}
