package io.callscope.analytics.review.imports;

import io.callscope.analytics.review.Review;
import io.callscope.analytics.review.ReviewAnswer;
import io.callscope.analytics.review.Subject;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.scorecard.Criterion;
import io.callscope.analytics.tables.BadValueException;
import io.callscope.analytics.tables.Problem;
import io.callscope.analytics.tables.Row;
import io.callscope.analytics.tables.TextTable;
import io.callscope.analytics.tables.UnusableFileException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, read by a map. One use. */
final class ReviewSheet {
    private static final int LONGEST = 200;

    private final ReviewMap map;
    private final TextTable table;
    private final List<String> columns;
    private final List<Problem> problems = new ArrayList<>();

    /** @throws UnusableFileException when a column is missing or there twice */
    ReviewSheet(ReviewMap map, TextTable table) {
        this.map = map;
        this.table = table;
        this.columns = table.header().stream().map(map::column).toList();
        Set<String> seen = new LinkedHashSet<>();
        for (String column : columns) {
            if (map.columns().containsValue(column) && !seen.add(column)) {
                throw new UnusableFileException("header", column, "each column once");
            }
        }
        for (String needed : List.of(ReviewMap.CALL, ReviewMap.REVIEWER)) {
            if (!seen.contains(needed)) {
                throw new UnusableFileException("header", needed, "one of " + words(needed));
            }
        }
        if (seen.stream().noneMatch(column -> column.startsWith(ReviewMap.item("")))) {
            throw new UnusableFileException("header", "criteria", "columns that map %s names".formatted(map.name()));
        }
    }

    private String words(String column) {
        return map.columns().entrySet().stream()
                .filter(one -> one.getValue().equals(column))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    List<Problem> problems() {
        return problems;
    }

    List<String> ignoredColumns() {
        return columns.stream()
                .filter(column -> !map.columns().containsValue(column))
                .toList();
    }

    /** Rows that can be read, the first of each key; the others are {@link #problems()}. */
    List<ImportedReview> reviews() {
        Map<String, ImportedReview> reviews = new LinkedHashMap<>();
        for (TextTable.Line line : table.lines()) {
            if (line.values().size() != columns.size()) {
                problems.add(new Problem(
                        line.number(),
                        "",
                        line.values().size() + " values",
                        "%d values, as many as the header has".formatted(columns.size())));
                continue;
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i), line.values().get(i));
            }
            try {
                ImportedReview review = review(new Row(line.number(), values));
                ImportedReview earlier = reviews.putIfAbsent(review.key(), review);
                if (earlier != null) {
                    problems.add(new Problem(
                            line.number(),
                            "",
                            "the same as line " + earlier.line(),
                            "one row for each call, reviewer and day"));
                }
            } catch (BadValueException e) {
                problems.add(e.problem());
            }
        }
        return List.copyOf(reviews.values());
    }

    private ImportedReview review(Row row) {
        String call = row.required(ReviewMap.CALL, "the id of a call");
        String reviewer = row.text(ReviewMap.REVIEWER);
        if (reviewer.isEmpty() || reviewer.length() > LONGEST) {
            // people are not named in reports
            throw problem(row, ReviewMap.REVIEWER, "who gave the review, at most %d characters".formatted(LONGEST));
        }
        LocalDate day = row.text(ReviewMap.DAY).isEmpty() ? null : row.day(ReviewMap.DAY);
        String comment = row.text(ReviewMap.COMMENT);
        if (comment.length() > ReviewAnswer.LONGEST_COMMENT) {
            throw problem(row, ReviewMap.COMMENT, "at most %d characters".formatted(ReviewAnswer.LONGEST_COMMENT));
        }
        List<ReviewAnswer> answers = new ArrayList<>();
        for (Criterion criterion : map.scorecard().criteria()) {
            Answer answer = answer(row, ReviewMap.item(criterion.id()));
            if (answer != null) {
                answers.add(new ReviewAnswer(Subject.CRITERION, criterion.id(), answer.id(), null, null, null));
            }
        }
        if (answers.isEmpty()) {
            throw problem(row, "", "an answer to one criterion at least");
        }
        return new ImportedReview(
                row.line(),
                call,
                reviewer,
                day,
                new Review.Given(
                        map.scorecard().id(), map.scorecard().version(), comment.isEmpty() ? null : comment, answers));
    }

    private @Nullable Answer answer(Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        Answer word = map.answers().get(ReviewMap.plain(text));
        if (word != null) {
            return word;
        }
        ReviewMap.Points points = map.points();
        if (points == null) {
            throw row.bad(column, "one of " + answers());
        }
        Double given;
        try {
            given = row.number(column, 0, points.most());
        } catch (BadValueException e) {
            throw row.bad(column, "%s, or one of %s".formatted(e.problem().expected(), answers()));
        }
        return given != null && given >= points.met() ? Answer.MET : Answer.NOT_MET;
    }

    private String answers() {
        return map.answers().keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    private static BadValueException problem(Row row, String column, String expected) {
        return new BadValueException(new Problem(row.line(), column, "", expected));
    }
}
