package cn.mentougou.education.wechat.outbound;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads that send. What finds no place in the queue, or is still in it at the end,
 * is not lost: the ledger has it, and the job finds it.
 */
class SendThreads {

	private static final int THREADS = 8;

	private static final int QUEUE = 10_000;

	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(QUEUE), new CustomizableThreadFactory("outbound-"),
			new ThreadPoolExecutor.DiscardPolicy());

	SendThreads() {
		this.executor.allowCoreThreadTimeOut(true);
	}

	void start(Runnable sending) {
		this.executor.execute(sending);
	}

	/** Lets the calls under way end, so that their outcome is known. */
	void close() throws InterruptedException {
		this.executor.getQueue().clear();
		this.executor.shutdown();
		this.executor.awaitTermination(15, TimeUnit.SECONDS);
	}

}
