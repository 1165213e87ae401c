package cn.mentougou.education.wechat.token;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rule that nobody calls the platform inside a transaction: it would hold locks and a
 * connection as long as the platform pleases, and a rollback would not undo the call.
 */
final class OutsideCall {

	private OutsideCall() {
	}

	static void refuseInTransaction() {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("a call to the platform inside a transaction");
		}
	}

}
