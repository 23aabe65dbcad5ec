package io.callscope.analytics.review;

import io.callscope.analytics.codebook.CauseDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.scorecard.Criterion;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Resolution;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be answered in a review by one scorecard, and whether answers are whole: every criterion, all six forces,
 * repeat, resolution and recognition; a code only of a force that has a barrier, a cause only of a repeat. Immutable.
 *
 * @param scorecard its id
 * @param version its hash
 * @param criteria ids in the order of the form
 * @param codes ids of barriers by force
 * @param causes ids of why people call again
 */
public record ReviewScale(
        String scorecard, String version, Set<String> criteria, Map<Force, Set<String>> codes, Set<String> causes) {
    private static final Set<String> YES_NO = Set.of("yes", "no");
    private static final Set<String> RECOGNITION = Set.of("good", "bad");
    private static final Set<String> ANSWERS =
            Arrays.stream(Answer.values()).map(Answer::id).collect(Collectors.toSet());
    private static final Set<String> RESOLUTIONS =
            Arrays.stream(Resolution.values()).map(Resolution::id).collect(Collectors.toSet());
    private static final Set<String> FORCES =
            Arrays.stream(Force.values()).map(Force::id).collect(Collectors.toSet());
    private static final Set<String> ONE = Set.of("");

    public ReviewScale {
        Objects.requireNonNull(scorecard, "scorecard");
        Objects.requireNonNull(version, "version");
    }

    public static ReviewScale of(Scorecard scorecard, Codebook codebook) {
        Map<Force, Set<String>> codes = new LinkedHashMap<>();
        codebook.codes().stream()
                .filter(code -> code.polarity() == Polarity.BARRIER)
                .forEach(code -> codes.computeIfAbsent(code.force(), force -> new LinkedHashSet<>())
                        .add(code.id()));
        return new ReviewScale(
                scorecard.id(),
                scorecard.version(),
                scorecard.criteria().stream().map(Criterion::id).collect(Collectors.toCollection(LinkedHashSet::new)),
                codes,
                codebook.causes().stream()
                        .map(CauseDefinition::id)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /**
     * Checks a whole review.
     *
     * @throws IllegalArgumentException naming the first answer that is missing, there twice or not of the scale
     */
    public void check(List<ReviewAnswer> answers) {
        checkEach(answers);
        requireAll(Subject.CRITERION, criteria, answers);
        requireAll(Subject.FORCE, FORCES, answers);
        requireAll(Subject.REPEAT, ONE, answers);
        requireAll(Subject.RESOLUTION, ONE, answers);
        requireAll(Subject.RECOGNITION, ONE, answers);
        for (ReviewAnswer answer : answers) {
            if (answer.subject() == Subject.CODE && !said(answers, Subject.FORCE, forceOf(answer.item()))) {
                throw new IllegalArgumentException(
                        "code %s: expected a barrier to its force first".formatted(answer.item()));
            }
            if (answer.subject() == Subject.CAUSE && !said(answers, Subject.REPEAT, "")) {
                throw new IllegalArgumentException(
                        "cause %s: expected a repeat contact first".formatted(answer.item()));
            }
        }
    }

    /**
     * Checks single answers, as of an adjudication, which speaks only of what two people disagree on.
     *
     * @throws IllegalArgumentException naming the first that is there twice or not of the scale
     */
    public void checkEach(List<ReviewAnswer> answers) {
        Set<String> seen = new HashSet<>();
        for (ReviewAnswer answer : answers) {
            String name = answer.subject().id() + ' ' + answer.item();
            if (!seen.add(name)) {
                throw new IllegalArgumentException("%s: expected one answer".formatted(name));
            }
            require(name.strip(), answer.item(), items(answer.subject()));
            require(name.strip(), answer.answer(), words(answer.subject()));
            boolean barrier =
                    answer.subject() == Subject.FORCE && answer.answer().equals("yes");
            if (barrier != (answer.severity() != null)) {
                throw new IllegalArgumentException(
                        "%s, severity %s: expected 1 to 3 exactly with a barrier".formatted(name, answer.severity()));
            }
        }
    }

    private static void require(String name, String value, Set<String> known) {
        if (!known.contains(value)) {
            throw new IllegalArgumentException("%s \"%s\": expected one of %s"
                    .formatted(name, value, known.stream().sorted().collect(Collectors.joining(", "))));
        }
    }

    private static void requireAll(Subject subject, Set<String> items, List<ReviewAnswer> answers) {
        Set<String> given = answers.stream()
                .filter(answer -> answer.subject() == subject)
                .map(ReviewAnswer::item)
                .collect(Collectors.toSet());
        Optional<String> missing =
                items.stream().filter(item -> !given.contains(item)).findFirst();
        if (missing.isPresent()) {
            throw new IllegalArgumentException("%s %s: expected an answer"
                    .formatted(subject.id(), missing.get())
                    .replace(" :", ":"));
        }
    }

    private static boolean said(List<ReviewAnswer> answers, Subject subject, String item) {
        return answers.stream()
                .anyMatch(answer -> answer.subject() == subject
                        && answer.item().equals(item)
                        && answer.answer().equals("yes"));
    }

    private String forceOf(String code) {
        return codes.entrySet().stream()
                .filter(entry -> entry.getValue().contains(code))
                .map(entry -> entry.getKey().id())
                .findFirst()
                .orElse("");
    }

    private Set<String> items(Subject subject) {
        return switch (subject) {
            case CRITERION -> criteria;
            case FORCE -> FORCES;
            case CODE -> codes.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            case CAUSE -> causes;
            case REPEAT, RESOLUTION, RECOGNITION -> ONE;
        };
    }

    private static Set<String> words(Subject subject) {
        return switch (subject) {
            case CRITERION -> ANSWERS;
            case FORCE, REPEAT, CODE, CAUSE -> YES_NO;
            case RESOLUTION -> RESOLUTIONS;
            case RECOGNITION -> RECOGNITION;
        };
    }
}
