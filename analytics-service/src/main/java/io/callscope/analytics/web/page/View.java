package io.callscope.analytics.web.page;

import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.User;
import io.callscope.analytics.web.Assets;
import io.callscope.analytics.web.Labels;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.text.Formats;
import io.callscope.analytics.web.text.Language;
import io.callscope.analytics.web.text.Messages;
import io.callscope.model.analysis.Force;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.transcript.SensitiveData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every template needs: words, formats, addresses. One request's; immutable. */
public final class View {
    /** The id of a stage or a department that nobody could tell. */
    private static final String UNKNOWN = "unknown";

    private static final Set<String> CLASSIFIERS = Set.of("rules", "examples", "llm", "both", "hybrid");

    private final Language language;
    private final Messages messages;
    private final Formats formats;
    private final Labels labels;
    private final Assets assets;
    private final String path;
    private final Map<String, List<String>> parameters;
    private final Site site;
    private final @Nullable User viewer;
    private final boolean simulated;
    private final Instant now;

    View(
            Language language,
            Labels labels,
            Assets assets,
            Site site,
            @Nullable User viewer,
            boolean simulated,
            String path,
            Map<String, List<String>> parameters,
            Instant now) {
        this.language = language;
        this.messages = Messages.in(language);
        this.formats = new Formats(language, site.zone());
        this.labels = labels;
        this.assets = assets;
        this.site = site;
        this.viewer = viewer;
        this.simulated = simulated;
        this.path = path;
        this.parameters = parameters;
        this.now = now;
    }

    /** Whether every page has to say that there are calls which nobody made. */
    public boolean isSimulated() {
        return simulated;
    }

    /** The words for a key. */
    public String t(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    /** What made a mark; the id itself for a kind without words of its own. */
    public String classifier(String kind) {
        return t("classifier." + (CLASSIFIERS.contains(kind) ? kind : "other"), kind);
    }

    /** The words for a key, in the form that agrees with the number. */
    public String n(String key, long count) {
        return messages.plural(key, count, formats.number(count));
    }

    /** Words of a call as this page shows them: what was taken out is named in its language. */
    public String words(String said) {
        String shown = said;
        for (SensitiveData data : SensitiveData.values()) {
            shown = shown.replace(data.placeholder(), "[" + t("redacted." + data.id()) + "]");
        }
        return shown;
    }

    public Formats format() {
        return formats;
    }

    /** The short name of an id; of a stage or a department that nobody could tell, that it is so. */
    public String label(Kind kind, String id) {
        if (id.equals(UNKNOWN)
                && (kind == Kind.STAGE || kind == Kind.DEPARTMENT)
                && !labels.ids(kind).contains(id)) {
            return t("label.unknown." + kind.name().toLowerCase(Locale.ROOT));
        }
        return labels.label(kind, id, language.locale());
    }

    public String force(Force force) {
        return label(Kind.FORCE, force.id());
    }

    public String code(String id) {
        return label(Kind.CODE, id);
    }

    public String rule(String id) {
        return label(Kind.RULE, id);
    }

    /** Ids of everything of a kind. */
    public List<String> ids(Kind kind) {
        return labels.ids(kind);
    }

    public List<String> codes() {
        return labels.codes();
    }

    public List<String> rules() {
        return labels.rules();
    }

    /** The reason of a failure in words; its id when a newer release wrote one that is not known here. */
    public String failureReason(String id) {
        String key = "reason." + id;
        return messages.has(key) ? messages.get(key) : id;
    }

    /** The step of a failure in words; its id when it is not known here. */
    public String failureStage(String id) {
        String key = "step." + id;
        return messages.has(key) ? messages.get(key) : id;
    }

    /** Why a call waits for the language model, in words; its id when it is not known here. */
    public String parkedReason(String id) {
        String key = "parked.reason." + id;
        return messages.has(key) ? messages.get(key) : id;
    }

    /** A task of the language model in words; its id when it is not known here. */
    public String modelTask(String id) {
        String key = "costs.task." + id.replaceAll("-[0-9]+$", "");
        return messages.has(key) ? messages.get(key) : id;
    }

    public String languageName(String tag) {
        String key = "language." + tag;
        return messages.has(key) ? messages.get(key) : tag;
    }

    public String asset(String name) {
        return assets.address(name);
    }

    public String tag() {
        return language.tag();
    }

    /** Who is signed in; null on pages for everybody. */
    public @Nullable User viewer() {
        return viewer;
    }

    /** Whether the signed-in user may do this: what he may not do is not offered. */
    public boolean may(Permission permission) {
        return viewer != null && viewer.may(permission);
    }

    public Instant now() {
        return now;
    }

    /** What the header leads to: the sections that the user may see. */
    public List<Section> sections() {
        return Navigation.of(sectionAddress(), this::may, site.asksModel());
    }

    /** The page's first step: a call belongs to the calls. */
    private String sectionAddress() {
        int next = path.indexOf('/', 1);
        return next < 0 ? path : path.substring(0, next);
    }

    public boolean isAt(String address) {
        return path.equals(address);
    }

    /** What the address says for a parameter; empty when nothing. */
    public String given(String parameter) {
        List<String> values = parameters.getOrDefault(parameter, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** This page in the other language. */
    public String otherLanguage() {
        Language other = language == Language.RU ? Language.EN : Language.RU;
        StringBuilder address = new StringBuilder(path).append("?lang=").append(other.tag());
        parameters.forEach((name, values) -> {
            if (!name.equals("lang")) {
                values.forEach(value ->
                        address.append('&').append(encoded(name)).append('=').append(encoded(value)));
            }
        });
        return address.toString();
    }

    public String callAddress(CallId callId) {
        return "/calls/" + callId.value();
    }

    /** The call from some seconds before the words. */
    public String callAddress(CallId callId, @Nullable Long atMs) {
        return atMs == null ? callAddress(callId) : callAddress(callId) + "#t=" + atMs;
    }

    /** The same, where the words that were looked for are shown. */
    public String callAddress(CallId callId, String words, @Nullable Long atMs) {
        String place = atMs == null ? "" : "#t=" + atMs;
        return callAddress(callId) + (words.isEmpty() ? "" : "?text=" + encoded(words)) + place;
    }

    /** The customer in the CRM; null when there is no template or the customer is not known. */
    public @Nullable String crmLink(@Nullable CustomerRef customer, CallId callId) {
        String template = site.crmLinkTemplate();
        if (template == null || customer == null) {
            return null;
        }
        return template.replace("{key}", encoded(customer.key())).replace("{callId}", encoded(callId.value()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
