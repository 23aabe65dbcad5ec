package io.callscope.ingest.metadata;

import java.util.List;
import java.util.stream.Collectors;

/** What a source says about a call cannot be taken; every field that is wrong is named. Holds no phone number. */
public final class MetadataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * One field that is wrong.
     *
     * @param field its path, such as {@code channels[1]}
     * @param message what was found and what was expected
     */
    public record FieldProblem(String field, String message) {}

    private final transient List<FieldProblem> problems;

    public MetadataException(List<FieldProblem> problems) {
        super(problems.stream()
                .map(problem -> problem.field() + ": " + problem.message())
                .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public static MetadataException of(String field, String message) {
        return new MetadataException(List.of(new FieldProblem(field, message)));
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
