package io.callscope.analytics.repeats;

import io.callscope.analytics.classify.Circumstances;
import io.callscope.analytics.codebook.CauseDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.repeats.RepeatCause.Basis;
import io.callscope.model.analysis.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a contact was necessary. What the customer says comes first; what he does not say is told by how the earlier
 * contact ended. Immutable.
 */
final class CauseFinder {
    private static final String PROMISE = "promise-not-kept";
    private static final String UNRESOLVED = "not-resolved";
    private static final String OTHER_DEPARTMENT = "other-department-process";
    private static final String CONTACT_CENTER = "contact-center";

    private final Codebook codebook;

    CauseFinder(Codebook codebook) {
        this.codebook = Objects.requireNonNull(codebook, "codebook");
    }

    /**
     * @param earlier the contact that it repeats; null when it is only said to repeat one
     * @param calledBack whether the center reached the customer between the two
     */
    RepeatCause find(@Nullable Contact earlier, Contact later, boolean calledBack) {
        String said = later.saidCause();
        if (said != null && !said.equals(Circumstances.NO_CAUSE)) {
            return cause(said, Basis.SAID, earlier, later);
        }
        if (earlier != null && earlier.isPromise() && !calledBack && isKnown(PROMISE)) {
            return cause(PROMISE, Basis.PROMISE, earlier, later);
        }
        if (earlier != null && earlier.resolution() == Resolution.UNRESOLVED && isKnown(UNRESOLVED)) {
            return cause(UNRESOLVED, Basis.UNRESOLVED, earlier, later);
        }
        return new RepeatCause(Circumstances.NO_CAUSE, null, Basis.NOTHING);
    }

    private boolean isKnown(String cause) {
        return codebook.cause(cause).isPresent();
    }

    private RepeatCause cause(String id, Basis basis, @Nullable Contact earlier, Contact later) {
        Optional<String> owner = codebook.cause(id).map(CauseDefinition::owner);
        return new RepeatCause(id, owner.orElseGet(() -> ownerOfBarriers(id, earlier, later)), basis);
    }

    /** Whom the marks of the two contacts name, the later one's first: there the customer tells what went wrong. */
    private static @Nullable String ownerOfBarriers(String cause, @Nullable Contact earlier, Contact later) {
        List<String> owners = new ArrayList<>(later.barrierOwners());
        if (earlier != null) {
            owners.addAll(earlier.barrierOwners());
        }
        return owners.stream()
                .filter(owner -> !(cause.equals(OTHER_DEPARTMENT) && owner.equals(CONTACT_CENTER)))
                .findFirst()
                .orElse(null);
    }
}
