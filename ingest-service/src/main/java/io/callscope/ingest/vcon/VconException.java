package io.callscope.ingest.vcon;

import io.callscope.ingest.metadata.MetadataException.FieldProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A vCon cannot be taken; every place that is wrong is named. Holds no word of the call and no phone number. */
public final class VconException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    public VconException(List<FieldProblem> problems) {
        super(problems.stream()
                .map(problem -> problem.field() + ": " + problem.message())
                .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    static VconException of(String field, String message) {
        return new VconException(List.of(new FieldProblem(field, message)));
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
