package cn.mentougou.education.office.refusal;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

import cn.mentougou.education.shared.Refusal;

/**
 * Turns whatever a controller threw into a status; the page is drawn in the second pass
 * by {@link RefusalController}. Bugs are logged here, where the number of the request
 * still stands beside each line.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusalAdvice {

	/** Where the refusal waits for the second pass. */
	static final String REFUSAL = RefusalAdvice.class.getName() + ".refusal";

	private static final Logger logger = LoggerFactory.getLogger(RefusalAdvice.class);

	@ExceptionHandler
	void answer(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (DisconnectedClientHelper.isClientDisconnectedException(failure) || response.isCommitted()) {
			logger.debug("nobody listens any more", failure);
			return;
		}
		if (failure instanceof Refusal refusal) {
			request.setAttribute(REFUSAL, refusal);
		}
		if (failure instanceof ErrorResponse answer) {
			answer.getHeaders().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		}
		int status = statusOf(failure).value();
		if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
			logger.error("{} {} 没有办成", request.getMethod(), request.getRequestURI(), failure);
		}
		response.sendError(status);
	}

	static HttpStatusCode statusOf(Exception failure) {
		if (failure instanceof Refusal refusal) {
			return statusOf(refusal);
		}
		if (failure instanceof ErrorResponse answer) {
			return answer.getStatusCode();
		}
		if (failure instanceof InvalidParameterException parameter) {
			return HttpStatus.valueOf(parameter.getErrorCode());
		}
		if (failure instanceof TypeMismatchException || failure instanceof HttpMessageNotReadableException) {
			return HttpStatus.BAD_REQUEST;
		}
		return isOutOfReach(failure) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	/** A switch over the sealed type, as far as the language level allows one. */
	static HttpStatus statusOf(Refusal refusal) {
		if (refusal instanceof Refusal.NotFound) {
			return HttpStatus.NOT_FOUND;
		}
		if (refusal instanceof Refusal.Forbidden) {
			return HttpStatus.FORBIDDEN;
		}
		if (refusal instanceof Refusal.Invalid) {
			return HttpStatus.BAD_REQUEST;
		}
		if (refusal instanceof Refusal.Conflict) {
			return HttpStatus.CONFLICT;
		}
		throw new IllegalStateException("no status for " + refusal.getClass());
	}

	private static boolean isOutOfReach(Throwable failure) {
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof DataAccessResourceFailureException || cause instanceof QueryTimeoutException
					|| cause instanceof CannotCreateTransactionException) {
				return true;
			}
		}
		return false;
	}

}
