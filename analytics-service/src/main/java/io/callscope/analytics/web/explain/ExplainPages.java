package io.callscope.analytics.web.explain;

import io.callscope.analytics.classify.Explainer;
import io.callscope.analytics.classify.Explanation;
import io.callscope.analytics.classify.TypedCall;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.Transcript;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Words typed by hand, and what the rules in force make of them. They are sent in the body of a request, never in an
 * address, and kept nowhere. Thread-safe.
 */
public final class ExplainPages implements RouteGroup {
    /** About five minutes of speech. */
    static final int MOST_CHARACTERS = 5_000;

    private static final Set<String> LANGUAGES = Set.of("ru", "en");

    private final Supplier<? extends Explainer> rules;
    private final PageRenderer renderer;

    /**
     * @param rules in force at each moment
     */
    public ExplainPages(Supplier<? extends Explainer> rules, PageRenderer renderer) {
        this.rules = Objects.requireNonNull(rules, "rules");
        this.renderer = Objects.requireNonNull(renderer, "renderer");
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/rules/words", Permission.SEE_RULES, context -> {
            View view = renderer.view(context);
            renderer.render(context, "words.jte", new ExplainView(view, "", "", null, null));
        });
        routes.acts("/rules/words", Permission.SEE_RULES, this::explain);
    }

    private void explain(Context context) {
        View view = renderer.view(context);
        String text = given(context, "text");
        String language = given(context, "language");
        String problem = problem(view, text, language);
        if (problem != null) {
            context.status(400);
            renderer.render(context, "words.jte", new ExplainView(view, text, language, problem, null));
            return;
        }
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Transcript transcript;
        try {
            transcript = TypedCall.of(lines, language.isEmpty() ? null : language);
        } catch (IllegalArgumentException e) {
            // a party and nothing said
            context.status(400);
            renderer.render(
                    context, "words.jte", new ExplainView(view, text, language, view.t("words.nothing-said"), null));
            return;
        }
        Explanation explanation = rules.get().explain(CallMetadata.ofLanguage(transcript.language()), transcript);
        renderer.render(context, "words.jte", new ExplainView(view, text, language, null, explanation));
    }

    private static @Nullable String problem(View view, String text, String language) {
        if (text.isBlank()) {
            return view.t("words.nothing-said");
        }
        if (text.length() > MOST_CHARACTERS) {
            return view.t(
                    "words.too-long",
                    view.format().number(text.length()),
                    view.format().number(MOST_CHARACTERS));
        }
        return language.isEmpty() || LANGUAGES.contains(language) ? null : view.t("words.language-unknown");
    }

    private static String given(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "");
    }
}
