package io.callscope.analytics.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.callscope.analytics.users.User;
import io.callscope.analytics.web.Assets;
import io.callscope.analytics.web.Labels;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemWords;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.analytics.web.text.Language;
import io.callscope.analytics.web.text.Messages;
import io.callscope.kit.failure.RetryableException;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Fills templates and remembers the chosen language. Thread-safe. */
public final class PageRenderer {
    private static final String PACKAGE = "io.callscope.analytics.web.jte";
    private static final String LANGUAGE = "lang";
    private static final int YEAR_SECONDS = (int) Duration.ofDays(365).toSeconds();

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);
    private final Labels labels;
    private final Assets assets;
    private final Site site;
    private final BooleanSupplier simulated;
    private final Clock clock;

    /**
     * @param simulated whether there are calls that nobody made; may throw what says that the store is away for now
     */
    public PageRenderer(Labels labels, Assets assets, Site site, BooleanSupplier simulated, Clock clock) {
        this.labels = labels;
        this.assets = assets;
        this.site = site;
        this.simulated = simulated;
        this.clock = clock;
    }

    /** What the request's page needs. */
    public View view(Context context) {
        String chosen = context.queryParam(LANGUAGE);
        Language language = Language.of(chosen, context.cookie(LANGUAGE), context.header("Accept-Language"));
        if (Language.ofTag(chosen).isPresent()) {
            context.cookie(new Cookie(LANGUAGE, language.tag(), "/", YEAR_SECONDS, false, true, null, SameSite.LAX));
        }
        User viewer = Viewer.find(context).orElse(null);
        return new View(
                language,
                labels,
                assets,
                site,
                viewer,
                viewer != null && isSimulated(),
                context.path(),
                context.queryParamMap(),
                clock.instant());
    }

    /** A page that says the store is away must be shown, too. */
    private boolean isSimulated() {
        try {
            return simulated.getAsBoolean();
        } catch (RetryableException e) {
            return false;
        }
    }

    /** Answers with a filled template. */
    public void render(Context context, String template, Object page) {
        StringOutput output = new StringOutput(16_384);
        engine.render(template, page, output);
        context.html(output.toString());
    }

    /** A page that says what is wrong with the request. */
    public void problem(Context context, ProblemException problem) {
        View view = view(context);
        Messages messages = Messages.in(Language.ofTag(view.tag()).orElse(Language.RU));
        render(
                context,
                "problem.jte",
                new ProblemPage(
                        view,
                        problem.type().status(),
                        ProblemWords.title(problem, messages),
                        ProblemWords.detail(problem, messages)));
    }
}
