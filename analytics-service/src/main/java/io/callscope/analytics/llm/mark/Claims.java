package io.callscope.analytics.llm.mark;

import io.callscope.analytics.classify.MarkDefaults;
import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.llm.evidence.AnchorLocator;
import io.callscope.analytics.llm.evidence.How;
import io.callscope.analytics.llm.evidence.Located;
import io.callscope.analytics.llm.task.MarksAnswer;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what a model claims of one call, window by window, and makes marks of it. What was not said, or was said by a
 * party that the code is not about, makes none. Not thread-safe, for one call.
 *
 * <p>As with the rules a code has one mark in a call: the claims of one code, of all windows, are one mark with all their
 * words. Words that several codes claim go to the one that others yield to, then to the higher priority, then to the
 * longer quote.
 *
 * <p>Where each question is asked several times, a code makes a mark when more than half of the answers claim it, and the
 * share of them is its confidence: a majority of sampled answers is right more often than one (self-consistency, Wang et
 * al. 2022).
 */
public final class Claims {
    /** What stands on a mark that only a model made. */
    public static final String KIND = "llm";

    private static final double QUOTED = 0.8;
    private static final double NEARLY_QUOTED = 0.7;

    private final Codebook codebook;
    private final Transcript transcript;
    private final AnchorLocator locator;
    private final int votes;
    private final List<LocatedClaim> located = new ArrayList<>();
    private int claimed;

    /**
     * @param votes how many answers there are to each question, 1 or more
     */
    public Claims(Codebook codebook, Transcript transcript, AnchorLocator locator, int votes) {
        this.codebook = codebook;
        this.transcript = transcript;
        this.locator = locator;
        this.votes = votes;
    }

    /** What is known of the call as a whole, for what a mark gets by default. */
    public record Around(CallMetadata metadata, String contactReason, boolean repeat, Resolution resolution) {}

    /**
     * Adds what was answered about one window.
     *
     * @param vote which of the answers to the same question this is, from 0
     */
    public void add(int vote, MarksAnswer answer) {
        for (MarksAnswer.Claim claim : answer.claims()) {
            claimed++;
            CodeDefinition code = codebook.code(claim.code()).orElseThrow();
            locator.locate(claim.place().utterances(), claim.place().anchor())
                    .map(words -> new LocatedClaim(vote, code, claim.stage(), claim.severity(), party(words), words))
                    .filter(Claims::isOfItsParty)
                    .ifPresent(located::add);
        }
    }

    private Party party(Located words) {
        return transcript.utterances().get(words.evidence().utteranceId()).party();
    }

    private static boolean isOfItsParty(LocatedClaim claim) {
        Party expected = claim.code().party();
        return expected == Party.UNKNOWN || claim.party() == Party.UNKNOWN || claim.party() == expected;
    }

    /** How many claims there were. */
    public int claimed() {
        return claimed;
    }

    /** How many of them stand on words of the call. */
    public int located() {
        return located.size();
    }

    /** The marks, in order of their first words. */
    public List<Mark> marks(Around around) {
        Map<String, List<LocatedClaim>> byCode = new LinkedHashMap<>();
        for (LocatedClaim claim : decided()) {
            byCode.computeIfAbsent(claim.code().id(), any -> new ArrayList<>()).add(claim);
        }
        List<Mark> marks = new ArrayList<>();
        byCode.values().forEach(claims -> marks.add(mark(claims, around)));
        marks.sort(
                Comparator.comparingLong((Mark mark) -> mark.evidence().get(0).startMs())
                        .thenComparing(Mark::code));
        return List.copyOf(marks);
    }

    /** One thought makes one mark: who keeps words that several codes claim. */
    private List<LocatedClaim> decided() {
        List<LocatedClaim> elected = located.stream()
                .filter(claim -> 2 * votesFor(claim.code()) > votes)
                .toList();
        List<LocatedClaim> ordered = elected.stream()
                .filter(claim -> elected.stream()
                        .noneMatch(other -> claim.sharesWordsWith(other)
                                && claim.code().yieldsTo().contains(other.code().id())))
                .sorted(Comparator.comparingInt(
                                (LocatedClaim claim) -> -claim.code().priority())
                        .thenComparingInt(claim ->
                                claim.evidence().startChar() - claim.evidence().endChar())
                        .thenComparingLong(claim -> claim.evidence().startMs())
                        .thenComparing(claim -> claim.code().id()))
                .toList();
        List<LocatedClaim> kept = new ArrayList<>();
        for (LocatedClaim claim : ordered) {
            boolean taken = kept.stream()
                    .anyMatch(other -> !other.code().id().equals(claim.code().id()) && other.sharesWordsWith(claim));
            if (!taken) {
                kept.add(claim);
            }
        }
        kept.sort(Comparator.comparingLong(claim -> claim.evidence().startMs()));
        return kept;
    }

    private long votesFor(CodeDefinition code) {
        return located.stream()
                .filter(claim -> claim.code().id().equals(code.id()))
                .mapToInt(LocatedClaim::vote)
                .distinct()
                .count();
    }

    private double confidence(List<LocatedClaim> claims) {
        if (votes > 1) {
            return (double) votesFor(claims.get(0).code()) / votes;
        }
        return claims.stream().anyMatch(claim -> claim.located().how() != How.NEAR) ? QUOTED : NEARLY_QUOTED;
    }

    private Mark mark(List<LocatedClaim> claims, Around around) {
        CodeDefinition code = claims.get(0).code();
        List<Evidence> evidence =
                Places.union(claims.stream().map(LocatedClaim::evidence).toList());
        return new Mark(
                code.force(),
                code.id(),
                code.polarity(),
                stage(claims, around),
                severity(claims, around),
                claims.get(0).party(),
                evidence,
                code.ownerFor(around.contactReason()),
                confidence(claims),
                KIND);
    }

    private String stage(List<LocatedClaim> claims, Around around) {
        CodeDefinition code = claims.get(0).code();
        String byDefault = new MarkDefaults(codebook).stage(code, around.contactReason(), around.metadata());
        if (code.stageFixed()) {
            return byDefault;
        }
        for (LocatedClaim claim : claims) {
            if (claim.stage() != null) {
                return claim.stage();
            }
        }
        return byDefault;
    }

    private static int severity(List<LocatedClaim> claims, Around around) {
        CodeDefinition code = claims.get(0).code();
        int said = claims.stream().mapToInt(LocatedClaim::severity).max().orElse(0);
        return code.polarity() == Polarity.BARRIER && said > 0
                ? said
                : MarkDefaults.severity(code, around.resolution(), around.repeat());
    }
}
