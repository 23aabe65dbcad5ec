package io.callscope.analytics.web;

import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemJson;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.session.NextPage;
import io.callscope.analytics.web.session.SignInPages;
import io.callscope.kit.failure.RetryableException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place from an exception to an answer: problem+json under {@code /api/}, a page in words elsewhere. */
final class Failures {
    private static final Logger LOGGER = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static void on(RoutesConfig routes, PageRenderer pages, SignInPages signIn) {
        routes.exception(ProblemException.class, (problem, context) -> {
            if (problem.type() == ProblemType.NOT_SIGNED_IN && !isApi(context)) {
                askToSignIn(problem, context, pages, signIn);
            } else {
                answer(problem, context, pages);
            }
        });
        routes.exception(RetryableException.class, (away, context) -> {
            LOGGER.atWarn().addKeyValue("error", away.getMessage()).log("page not answered: the store is away");
            answer(ProblemException.of(ProblemType.STORE_AWAY), context, pages);
        });
        routes.exception(HttpResponseException.class, (response, context) -> {
            ProblemType type = switch (response.getStatus()) {
                case 404 -> ProblemType.UNKNOWN_PAGE;
                case 405 -> ProblemType.METHOD_NOT_ALLOWED;
                default -> ProblemType.INTERNAL_ERROR;
            };
            answer(ProblemException.of(type, context.path()), context, pages);
        });
        routes.exception(Exception.class, (failure, context) -> {
            LOGGER.atError().setCause(failure).log("page not answered");
            answer(ProblemException.of(ProblemType.INTERNAL_ERROR), context, pages);
        });
    }

    private static void answer(ProblemException problem, Context context, PageRenderer pages) {
        context.status(problem.type().status());
        if (problem.type().status() == 503) {
            context.header("Retry-After", "10");
        }
        if (isApi(context)) {
            context.json(ProblemJson.of(problem, context.path()));
            context.contentType(ProblemJson.MEDIA_TYPE);
        } else {
            showInsteadOfPart(problem, context);
            pages.problem(context, problem);
        }
    }

    private static boolean isApi(Context context) {
        return context.path().startsWith("/api/");
    }

    /** Reading leads to the page for signing in and back; what was typed into a form is kept, here or in the browser. */
    private static void askToSignIn(ProblemException problem, Context context, PageRenderer pages, SignInPages signIn) {
        boolean reading = Routes.isReading(context);
        boolean part = context.header("HX-Request") != null;
        String signInPage = NextPage.signInFor(context.path(), context.queryString());
        if (reading && part) {
            context.status(problem.type().status()).header("HX-Redirect", signInPage);
        } else if (reading) {
            context.redirect(signInPage, HttpStatus.SEE_OTHER);
        } else if (part) {
            answer(problem, context, pages);
        } else {
            context.status(problem.type().status());
            signIn.askAndKeep(context);
        }
    }

    /** A part of a page that htmx asked for: the words belong on a page of their own. What is away for now stays as it is. */
    private static void showInsteadOfPart(ProblemException problem, Context context) {
        if (context.header("HX-Request") != null
                && Routes.isReading(context)
                && problem.type().status() < 500) {
            String query = context.queryString();
            context.header("HX-Redirect", query == null ? context.path() : context.path() + "?" + query);
        }
    }
}
