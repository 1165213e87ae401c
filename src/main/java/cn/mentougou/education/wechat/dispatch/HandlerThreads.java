package cn.mentougou.education.wechat.dispatch;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import cn.mentougou.education.wechat.inbox.Claim;
import cn.mentougou.education.wechat.inbox.Inbox;

/**
 * The threads on which handlers work, apart from those of the web server: a handler that
 * takes long holds up no answer.
 */
class HandlerThreads implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(HandlerThreads.class);

	private static final int WAITING = 1000;

	private static final int QUICK = 4;

	private final HandlerWork work;

	private final ClaimKeeper claims;

	private final ThreadPoolExecutor threads;

	/** For what is only written down: it does not wait behind handlers that take long. */
	private final ThreadPoolExecutor quickThreads;

	HandlerThreads(HandlerWork work, ClaimKeeper claims, int size) {
		this.work = work;
		this.claims = claims;
		this.threads = pool(size, "message-handler");
		this.quickThreads = pool(QUICK, "message-clerk");
	}

	private static ThreadPoolExecutor pool(int size, String name) {
		ThreadPoolExecutor pool = new ThreadPoolExecutor(size, size, 1, TimeUnit.MINUTES,
				new ArrayBlockingQueue<>(WAITING), (runnable) -> new Thread(runnable, name));
		pool.allowCoreThreadTimeOut(true);
		return pool;
	}

	/**
	 * Runs the message's handler under the claim.
	 * @param isQuick whether the handler itself needs nothing but memory
	 * @return its answer; never completes if there is no room for it now: then the claim
	 * runs out and the message is taken up again
	 */
	CompletableFuture<Deliveries.Answer> run(Claim claim, Push push, boolean isQuick) {
		CompletableFuture<Deliveries.Answer> answer = new CompletableFuture<>();
		Map<String, String> context = MDC.getCopyOfContextMap();
		this.claims.hold(claim);
		try {
			(isQuick ? this.quickThreads : this.threads).execute(() -> run(claim, push, context, answer));
		}
		catch (RejectedExecutionException ex) {
			this.claims.release(claim);
			logger.warn("webhook: no thread for {}", push);
		}
		return answer;
	}

	private void run(Claim claim, Push push, @Nullable Map<String, String> context,
			CompletableFuture<Deliveries.Answer> answer) {
		if (context != null) {
			MDC.setContextMap(context);
		}
		try {
			answer.complete(this.work.run(claim, push));
		}
		catch (RuntimeException | Error ex) {
			if (!(ex instanceof Inbox.LostClaim)) {
				logger.error("webhook: {} is left to its repeat: {}", push, ex.getClass().getSimpleName());
			}
			answer.completeExceptionally(ex);
		}
		finally {
			this.claims.release(claim);
			MDC.clear();
		}
	}

	@Override
	public void close() {
		this.threads.shutdown();
		this.quickThreads.shutdown();
	}

}
