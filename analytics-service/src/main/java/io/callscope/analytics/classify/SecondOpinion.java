package io.callscope.analytics.classify;

import io.callscope.analytics.examples.ForcePlausibility;
import io.callscope.analytics.examples.ForcePlausibility.Opinion;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Force;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.SpokenText;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the example phrases say of one call, beside the patterns: they take away what a pattern found in words that speak
 * of something else, and add what no pattern foresaw when they are sure. For one call.
 */
final class SecondOpinion {
    /** Stands on the marks that no pattern found. */
    static final String KIND = "examples";

    /** A pattern's barrier needs at least this plausibility in one of its utterances. Tuned on development calls. */
    static final double CONFIRMS = 0.2;

    /** Words no pattern foresaw make a mark from here on. Tuned on development calls. */
    static final double SURE = 0.5;

    /**
     * A barrier that only the examples hear.
     *
     * @param force the force
     * @param code the code whose example is most like the words
     * @param party who said them
     * @param evidence the words
     * @param confidence plausibility, 0 to 1
     */
    record Heard(Force force, String code, Party party, Evidence evidence, double confidence) {}

    private final ForcePlausibility plausibility;
    private final Transcript transcript;
    private final List<SpokenText> spoken;
    private final List<List<Opinion>> opinions = new ArrayList<>();

    SecondOpinion(ForcePlausibility plausibility, Transcript transcript) {
        this.plausibility = plausibility;
        this.transcript = transcript;
        this.spoken = transcript.utterances().stream().map(SpokenText::of).toList();
        for (Utterance utterance : transcript.utterances()) {
            opinions.add(
                    utterance.party() == Party.AGENT
                            ? List.of()
                            : plausibility.of(spoken.get(utterance.id()).text()));
        }
    }

    /** Whether the words could speak of the force. What the agent says is not for the examples to judge. */
    boolean confirms(Force force, Party party, List<Evidence> evidence) {
        return party == Party.AGENT || evidence.stream().anyMatch(place -> confirms(force, place));
    }

    private boolean confirms(Force force, Evidence place) {
        SpokenText said = spoken.get(place.utteranceId());
        return opinions.get(place.utteranceId()).stream().anyMatch(opinion -> opinion.of(force) >= CONFIRMS)
                || plausibility
                                .around(
                                        said.text(),
                                        said.spokenStart(place.startChar()),
                                        said.spokenEnd(place.endChar()))
                                .of(force)
                        >= CONFIRMS;
    }

    /**
     * For each force the surest words, if they are sure enough.
     *
     * @param known forces of which nothing is asked, as patterns found them
     */
    List<Heard> unforeseen(Set<Force> known) {
        List<Heard> heard = new ArrayList<>();
        for (Force force : Force.values()) {
            if (known.contains(force)) {
                continue;
            }
            Utterance said = null;
            Opinion surest = null;
            for (Utterance utterance : transcript.utterances()) {
                for (Opinion opinion : opinions.get(utterance.id())) {
                    double sure = opinion.of(force);
                    if (sure >= SURE && (surest == null || sure > surest.of(force))) {
                        said = utterance;
                        surest = opinion;
                    }
                }
            }
            if (surest != null && said != null) {
                heard.add(heard(force, said, surest));
            }
        }
        return heard;
    }

    private Heard heard(Force force, Utterance utterance, Opinion opinion) {
        String words = spoken.get(utterance.id()).text().substring(opinion.startChar(), opinion.endChar());
        return new Heard(
                force,
                plausibility.nearestCode(words, force),
                utterance.party(),
                evidence(utterance, spoken.get(utterance.id()), opinion),
                opinion.of(force));
    }

    private static Evidence evidence(Utterance utterance, SpokenText said, Opinion opinion) {
        long length = utterance.endMs() - utterance.startMs();
        int characters = Math.max(1, said.text().length());
        return new Evidence(
                utterance.id(),
                said.writtenStart(opinion.startChar()),
                said.writtenEnd(opinion.endChar()),
                utterance.startMs() + length * opinion.startChar() / characters,
                utterance.startMs() + length * opinion.endChar() / characters);
    }
}
