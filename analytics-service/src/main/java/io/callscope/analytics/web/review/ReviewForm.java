package io.callscope.analytics.web.review;

import io.callscope.analytics.review.Dispute;
import io.callscope.analytics.review.Review;
import io.callscope.analytics.review.ReviewAnswer;
import io.callscope.analytics.review.ReviewScale;
import io.callscope.analytics.review.Subject;
import io.callscope.model.analysis.Force;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A review as a browser sends it: fields by name. {@code c.ID} the answer on a criterion, {@code cc.ID} a comment on it,
 * {@code ct.ID} its second as m:ss, {@code f.FORCE} yes or no, {@code fs.FORCE} the severity, {@code code} codes, {@code
 * repeat}, {@code cause} causes, {@code resolution}, {@code recognition}, {@code comment}, {@code version} of the
 * scorecard. Immutable.
 *
 * @param fields values by name
 */
public record ReviewForm(Map<String, List<String>> fields) {
    private static final Pattern TIME = Pattern.compile("(\\d{1,4}):([0-5]\\d)");

    public static final ReviewForm EMPTY = new ReviewForm(Map.of());

    public ReviewForm {
        fields = Map.copyOf(fields);
    }

    /** A form filled in as a review was given. */
    static ReviewForm of(Review review) {
        Map<String, List<String>> fields = new HashMap<>();
        for (ReviewAnswer answer : review.answers()) {
            switch (answer.subject()) {
                case CRITERION -> {
                    fields.put("c." + answer.item(), List.of(answer.answer()));
                    put(fields, "cc." + answer.item(), answer.comment());
                    put(fields, "ct." + answer.item(), answer.atMs() == null ? null : clock(answer.atMs()));
                }
                case FORCE -> {
                    fields.put("f." + answer.item(), List.of(answer.answer()));
                    put(fields, "fs." + answer.item(), answer.severity() == null ? null : "" + answer.severity());
                }
                case CODE, CAUSE ->
                    fields.computeIfAbsent(answer.subject().id(), name -> new ArrayList<>())
                            .add(answer.item());
                case REPEAT, RESOLUTION, RECOGNITION ->
                    fields.put(answer.subject().id(), List.of(answer.answer()));
            }
        }
        put(fields, "comment", review.comment());
        return new ReviewForm(fields);
    }

    private static void put(Map<String, List<String>> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, List.of(value));
        }
    }

    private static String clock(long ms) {
        return "%d:%02d".formatted(ms / 60_000, ms / 1000 % 60);
    }

    /** What a field holds; empty when nothing. */
    public String one(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    public boolean has(String name, String value) {
        return fields.getOrDefault(name, List.of()).contains(value);
    }

    /**
     * The review.
     *
     * @throws IllegalArgumentException naming the field that is missing or not of the scale
     */
    Review.Given read(ReviewScale scale) {
        List<ReviewAnswer> answers = new ArrayList<>();
        for (String criterion : scale.criteria()) {
            add(answers, Subject.CRITERION, criterion, "c." + criterion);
        }
        for (Force force : Force.values()) {
            add(answers, Subject.FORCE, force.id(), "f." + force.id());
        }
        fields.getOrDefault("code", List.of()).forEach(code -> answers.add(plain(Subject.CODE, code, "yes")));
        add(answers, Subject.REPEAT, "", "repeat");
        fields.getOrDefault("cause", List.of()).forEach(cause -> answers.add(plain(Subject.CAUSE, cause, "yes")));
        add(answers, Subject.RESOLUTION, "", "resolution");
        answers.add(plain(Subject.RECOGNITION, "", has("recognition", "bad") ? "bad" : "good"));
        scale.check(answers);
        return new Review.Given(scale.scorecard(), scale.version(), words("comment"), answers);
    }

    /** The decision on what two people differ on. */
    Review.Given decision(ReviewScale scale, List<Dispute.Item> items) {
        List<ReviewAnswer> answers = new ArrayList<>();
        for (Dispute.Item item : items) {
            String name = name(item.subject(), item.item());
            int before = answers.size();
            add(answers, item.subject(), item.item(), name);
            if (answers.size() == before) {
                throw new IllegalArgumentException("%s: expected an answer".formatted(name));
            }
        }
        scale.checkEach(answers);
        return new Review.Given(scale.scorecard(), scale.version(), words("comment"), answers);
    }

    /** The field of one thing that is decided. */
    public static String name(Subject subject, String item) {
        return switch (subject) {
            case CRITERION -> "c." + item;
            case FORCE -> "f." + item;
            case CODE, CAUSE -> subject.id() + "." + item;
            case REPEAT, RESOLUTION, RECOGNITION -> subject.id();
        };
    }

    private void add(List<ReviewAnswer> answers, Subject subject, String item, String name) {
        String answer = one(name);
        if (answer.isEmpty()) {
            return;
        }
        Integer severity = subject == Subject.FORCE && answer.equals("yes") ? severity(item) : null;
        boolean criterion = subject == Subject.CRITERION;
        answers.add(new ReviewAnswer(
                subject,
                item,
                answer,
                severity,
                criterion ? words("cc." + item) : null,
                criterion ? time("ct." + item) : null));
    }

    private Integer severity(String force) {
        String given = one("fs." + force);
        if (!given.matches("[1-3]")) {
            throw new IllegalArgumentException("severity \"%s\" of force %s: expected 1 to 3".formatted(given, force));
        }
        return Integer.valueOf(given);
    }

    private @Nullable String words(String name) {
        String given = one(name).strip();
        return given.isEmpty() ? null : given;
    }

    private @Nullable Long time(String name) {
        String given = one(name).strip();
        if (given.isEmpty()) {
            return null;
        }
        Matcher time = TIME.matcher(given);
        if (!time.matches()) {
            throw new IllegalArgumentException("%s \"%s\": expected a time such as 1:05".formatted(name, given));
        }
        return (Long.parseLong(time.group(1)) * 60 + Long.parseLong(Objects.requireNonNull(time.group(2)))) * 1000;
    }

    private static ReviewAnswer plain(Subject subject, String item, String answer) {
        return new ReviewAnswer(subject, item, answer, null, null, null);
    }
}
