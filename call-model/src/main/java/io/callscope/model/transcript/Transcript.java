package io.callscope.model.transcript;

import io.callscope.model.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What was said in one call. Immutable.
 *
 * @param language primary language subtag of the speech
 * @param source recognised here, or imported
 * @param asrModelId the recognition model, or the name the importing system gave
 * @param asrModelHash hash of the model's files; null for imported transcripts
 * @param durationMs length of the call, milliseconds
 * @param channelCount audio channels; 0 when there was no audio
 * @param textVersion version of the text steps: numbers, corrections, redaction; null when none were taken
 * @param parties how it is known who speaks; unknown in events of releases that did not say
 * @param warnings why it deserves less trust than others; empty when nothing is wrong
 * @param utterances in order of start time, their ids being their places
 */
public record Transcript(
        String language,
        TranscriptSource source,
        String asrModelId,
        @Nullable String asrModelHash,
        long durationMs,
        int channelCount,
        @Nullable String textVersion,
        Parties parties,
        List<TranscriptWarning> warnings,
        List<Utterance> utterances) {
    public Transcript {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(asrModelId, "asrModelId");
        parties = parties == null ? Parties.UNKNOWN : parties;
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
        utterances = utterances == null ? List.of() : List.copyOf(utterances);
        if (durationMs < 0) {
            throw new IllegalArgumentException("duration %d ms: expected none negative".formatted(durationMs));
        }
        for (int i = 0; i < utterances.size(); i++) {
            if (utterances.get(i).id() != i) {
                throw new IllegalArgumentException("utterance at place %d has id %d: expected its place"
                        .formatted(i, utterances.get(i).id()));
            }
            if (i > 0 && utterances.get(i).startMs() < utterances.get(i - 1).startMs()) {
                throw new IllegalArgumentException("utterance %d starts before the one ahead of it".formatted(i));
            }
        }
    }

    /** A transcript as a recogniser or a source gives it, before any text step. */
    public Transcript(
            String language,
            TranscriptSource source,
            String asrModelId,
            @Nullable String asrModelHash,
            long durationMs,
            int channelCount,
            List<Utterance> utterances) {
        this(
                language,
                source,
                asrModelId,
                asrModelHash,
                durationMs,
                channelCount,
                null,
                Parties.UNKNOWN,
                List.of(),
                utterances);
    }

    /**
     * The same call with agent and customer exchanged, because somebody who listened says so. Done twice it is the same
     * speech by the same parties again.
     */
    public Transcript withPartiesSwapped() {
        return new Transcript(
                language,
                source,
                asrModelId,
                asrModelHash,
                durationMs,
                channelCount,
                textVersion,
                new Parties(parties.separation(), RoleSource.PERSON, null),
                warnings.stream()
                        .filter(warning -> warning != TranscriptWarning.ROLES_UNSURE)
                        .toList(),
                utterances.stream().map(Utterance::withPartySwapped).toList());
    }

    /** The same call with other utterances. */
    public Transcript withUtterances(List<Utterance> others) {
        return new Transcript(
                language,
                source,
                asrModelId,
                asrModelHash,
                durationMs,
                channelCount,
                textVersion,
                parties,
                warnings,
                others);
    }

    /** The same call after text steps of a version. */
    public Transcript withTextVersion(@Nullable String version) {
        return new Transcript(
                language,
                source,
                asrModelId,
                asrModelHash,
                durationMs,
                channelCount,
                version,
                parties,
                warnings,
                utterances);
    }

    /**
     * How sure the recogniser was of this call, 0 to 1: the mean confidence of its words, each weighted by how long it
     * lasts, because short words are the ones that are guessed. Utterances whose words the source did not give count
     * with their own confidence and length. Empty when nobody gave any.
     */
    public OptionalDouble confidence() {
        double sum = 0;
        double weights = 0;
        for (Utterance utterance : utterances) {
            if (utterance.words().isEmpty() && utterance.confidence() != null) {
                double weight = weight(utterance.startMs(), utterance.endMs());
                sum += weight * utterance.confidence();
                weights += weight;
            }
            for (Word word : utterance.words()) {
                double weight = weight(word.startMs(), word.endMs());
                sum += weight * word.confidence();
                weights += weight;
            }
        }
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, sum / weights));
    }

    /** A word without a length still was said. */
    private static double weight(long startMs, long endMs) {
        return Math.max(1, endMs - startMs);
    }

    /**
     * SHA-256 over what was said, by whom, when and by which model, in hex. Processing times have no part in it, so a
     * second recognition of the same recording by the same model has the same hash.
     */
    public String hash() {
        MessageDigest digest = Sha256.begin();
        add(digest, language, asrModelId, asrModelHash == null ? "" : asrModelHash, Long.toString(durationMs));
        for (Utterance utterance : utterances) {
            add(
                    digest,
                    Integer.toString(utterance.channel()),
                    utterance.party().id(),
                    Long.toString(utterance.startMs()),
                    Long.toString(utterance.endMs()),
                    utterance.text());
            for (Rewrite rewrite : utterance.rewrites()) {
                add(digest, rewrite.kind().id(), rewrite.spoken() == null ? "" : rewrite.spoken());
            }
        }
        return Sha256.hex(digest);
    }

    private static void add(MessageDigest digest, String... fields) {
        for (String field : fields) {
            digest.update(field.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }
}
