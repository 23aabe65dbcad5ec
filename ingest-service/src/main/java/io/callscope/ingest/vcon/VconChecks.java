package io.callscope.ingest.vcon;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.ingest.metadata.MetadataException.FieldProblem;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a vCon has to keep to and its published schema does not check: places in lists that exist, a body with its
 * encoding, an address with its hash, and so on. Collects everything that is wrong. Not thread-safe.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-vcon-vcon-core/">vCon core</a>
 */
final class VconChecks {
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern VERSION = Pattern.compile("0\\.[0-9]{1,3}\\.[0-9]{1,3}");
    private static final Pattern HASH = Pattern.compile("sha512-[A-Za-z0-9_-]{86}");
    private static final Set<String> UNDERSTOOD = Set.of("CC", "wtf_transcription");
    private static final Set<String> ENCODINGS = Set.of("base64url", "json", "none");
    private static final Set<String> DIALOGS = Set.of("recording", "text", "transfer", "incomplete", "recording-set");
    private static final Set<String> DISPOSITIONS =
            Set.of("no-answer", "congestion", "failed", "busy", "hung-up", "voicemail-no-message");

    private final JsonNode vcon;
    private final List<FieldProblem> problems = new ArrayList<>();

    private VconChecks(JsonNode vcon) {
        this.vcon = vcon;
    }

    /** Everything that is wrong with a vCon in the newest form; empty when it may be taken. */
    static List<FieldProblem> problems(JsonNode vcon) {
        VconChecks checks = new VconChecks(vcon);
        checks.top();
        checks.each("dialog", checks::dialog);
        checks.each("analysis", checks::analysis);
        checks.each("attachments", checks::attachment);
        return List.copyOf(checks.problems);
    }

    @FunctionalInterface
    private interface Check {
        void check(String path, JsonNode node);
    }

    private void top() {
        JsonNode version = vcon.path("vcon");
        if (!version.isMissingNode() && !VERSION.matcher(version.asText()).matches()) {
            problem("vcon", "expected no version, or one of 0.x such as 0.4.0");
        }
        if (!UUID.matcher(vcon.path("uuid").asText()).matches()) {
            problem("uuid", "expected a UUID");
        }
        time("created_at", vcon.path("created_at"));
        for (JsonNode extension : vcon.path("critical")) {
            if (!UNDERSTOOD.contains(extension.asText())) {
                problem("critical", "names an extension that is not understood here; understood are " + UNDERSTOOD);
            }
        }
        if (vcon.has("redacted") && vcon.has("amended")) {
            problem("redacted", "stands beside amended; expected at most one of them");
        }
        if (vcon.has("redacted") && !vcon.path("redacted").path("type").isTextual()) {
            problem("redacted.type", "is required: what was taken out");
        }
        each("parties", (path, party) -> {
            if (!party.isObject()) {
                problem(path, "expected an object");
            }
        });
    }

    private void each(String list, Check check) {
        JsonNode entries = vcon.path(list);
        if (!entries.isMissingNode() && !entries.isArray()) {
            problem(list, "expected a list");
        }
        for (int i = 0; i < entries.size(); i++) {
            check.check("%s[%d]".formatted(list, i), entries.get(i));
        }
    }

    private void dialog(String path, JsonNode dialog) {
        if (!dialog.isObject()) {
            problem(path, "expected an object");
            return;
        }
        if (dialog.isEmpty()) {
            return;
        }
        String type = dialog.path("type").asText();
        if (!DIALOGS.contains(type)) {
            problem(path + ".type", "expected one of " + DIALOGS);
        }
        time(path + ".start", dialog.path("start"));
        JsonNode duration = dialog.path("duration");
        if (!duration.isMissingNode() && !(duration.isNumber() && duration.asDouble() >= 0)) {
            problem(path + ".duration", "expected seconds, none negative");
        }
        places(path + ".parties", dialog.path("parties"), "parties", true);
        places(path + ".originator", dialog.path("originator"), "parties", false);
        places(path + ".recordings", dialog.path("recordings"), "dialog", false);
        if (type.equals("recording-set") && !dialog.path("recordings").isArray()) {
            problem(path + ".recordings", "is required for a recording-set");
        }
        boolean incomplete = type.equals("incomplete");
        if (incomplete && !DISPOSITIONS.contains(dialog.path("disposition").asText())) {
            problem(path + ".disposition", "expected one of " + DISPOSITIONS);
        }
        if (!incomplete && dialog.has("disposition")) {
            problem(path + ".disposition", "expected only where type is incomplete");
        }
        content(path, dialog);
    }

    private void analysis(String path, JsonNode analysis) {
        if (!analysis.isObject() || analysis.isEmpty()) {
            return;
        }
        for (String field : new String[] {"type", "vendor"}) {
            if (!analysis.path(field).isTextual()) {
                problem(path + "." + field, "is required");
            }
        }
        places(path + ".dialog", analysis.path("dialog"), "dialog", false);
        places(path + ".attachment", analysis.path("attachment"), "attachments", false);
        content(path, analysis);
    }

    private void attachment(String path, JsonNode attachment) {
        places(path + ".party", attachment.path("party"), "parties", false);
        places(path + ".dialog", attachment.path("dialog"), "dialog", false);
        content(path, attachment);
    }

    /** Either a body with its encoding, or an address with its hash, or neither. */
    private void content(String path, JsonNode node) {
        if (node.has("body") != node.has("encoding")) {
            problem(path, "expected body and encoding together");
        }
        if (node.has("encoding") && !ENCODINGS.contains(node.get("encoding").asText())) {
            problem(path + ".encoding", "expected one of " + ENCODINGS);
        }
        if (node.has("url") != node.has("content_hash")) {
            problem(path, "expected url and content_hash together");
        }
        if (node.has("url") && node.has("body")) {
            problem(path, "expected either body or url");
        }
        if (node.has("url") && !node.get("url").asText().startsWith("https://")) {
            problem(path + ".url", "expected an https address");
        }
        JsonNode hash = node.path("content_hash");
        for (JsonNode each : hash.isArray() ? hash : List.of(hash)) {
            if (!each.isMissingNode() && !HASH.matcher(each.asText()).matches()) {
                problem(path + ".content_hash", "expected sha512- and 86 characters of base64url");
            }
        }
    }

    private void places(String path, JsonNode node, String list, boolean nested) {
        if (node.isMissingNode() || node.isNull()) {
            return;
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                if (!node.get(i).isArray() || nested) {
                    places("%s[%d]".formatted(path, i), node.get(i), list, nested);
                } else {
                    problem(path, "expected no list within the list");
                }
            }
            return;
        }
        int size = vcon.path(list).size();
        if (!node.isIntegralNumber() || node.asLong() < 0 || node.asLong() >= size) {
            problem(path, "expected a place in %s, which has %d".formatted(list, size));
        }
    }

    private void time(String path, JsonNode node) {
        try {
            OffsetDateTime.parse(node.asText());
        } catch (DateTimeException e) {
            problem(path, "expected a time such as 2026-10-12T14:05:00+03:00");
        }
    }

    private void problem(String path, String message) {
        problems.add(new FieldProblem(path, message));
    }
}
