package io.callscope.analytics.web.problem;

import io.callscope.analytics.web.text.Language;
import io.callscope.analytics.web.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457.
 *
 * @param type stable name of the kind of problem
 * @param title the kind in words, English
 * @param status HTTP status
 * @param detail this problem in words, English
 * @param instance path that was asked for
 * @param parameter the parameter that is wrong, if it is one
 */
public record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable String parameter) {
    /** The media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public static ProblemJson of(ProblemException problem, String path) {
        Messages english = Messages.in(Language.EN);
        return new ProblemJson(
                problem.type().uri(),
                ProblemWords.title(problem, english),
                problem.type().status(),
                ProblemWords.detail(problem, english),
                path,
                problem.parameter().isEmpty() ? null : problem.parameter());
    }
}
