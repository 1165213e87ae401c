/**
 * What people see when something was refused, is not there or failed: a page in the look
 * of those around it (console, pages in WeChat, website) with the sentence of the
 * refusal's code, what to do now and the number of the incident; for programs
 * ({@code /api/}) a problem (RFC 9457) with the same words. The sentences stand in
 * {@code messages/<module>.properties}. Whoever refuses in front of the controllers, such
 * as a filter, calls {@code sendError} with the status and, as the message, a code if
 * there is one: 401 is the page of an expired session, 503 the one for a part that is out
 * of reach.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package cn.mentougou.education.office.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
