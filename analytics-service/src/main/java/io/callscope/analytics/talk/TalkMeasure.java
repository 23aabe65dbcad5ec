package io.callscope.analytics.talk;

import io.callscope.model.call.Party;
import io.callscope.model.talk.CallEnd;
import io.callscope.model.talk.Interruption;
import io.callscope.model.talk.PartyTalk;
import io.callscope.model.talk.TalkMetrics;
import io.callscope.model.talk.TalkSpan;
import io.callscope.model.talk.TalkStretches;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.ChannelLevel;
import io.callscope.model.transcript.Separation;
import io.callscope.model.transcript.SpokenText;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures how people talk in a call, out of the times of words, the waveform and the loudness of the channels. Pure,
 * thread-safe. Definitions and formulas: {@code docs/talk-metrics.md}.
 */
public final class TalkMeasure {
    /** Raised with every change of code that may change a result. */
    static final String VERSION = "1";

    /** A farewell stands this near to the last word. */
    private static final long FAREWELL_WITHIN_MS = 30_000;

    private final TalkSettings settings;

    public TalkMeasure(TalkSettings settings) {
        this.settings = settings;
    }

    public TalkMetrics apply(CallTranscribed call) {
        return new OfCall(call).metrics();
    }

    /** One call. */
    private final class OfCall {
        private final CallTranscribed call;
        private final Transcript transcript;
        private final long durationMs;
        private final List<TalkSpan> speech;
        private final @Nullable Side agent;
        private final @Nullable Side customer;

        OfCall(CallTranscribed call) {
            this.call = call;
            this.transcript = call.transcript();
            List<Side> all = sides(Utterance::party).values().stream().toList();
            this.speech = Spans.union(
                    all.stream().flatMap(side -> side.speech().stream()).toList(), 0);
            long spoken = speech.isEmpty() ? 0 : speech.get(speech.size() - 1).endMs();
            this.durationMs = Math.max(spoken, transcript.durationMs());
            boolean known = !all.isEmpty() && all.stream().noneMatch(side -> side.party() == Party.UNKNOWN);
            this.agent = known ? side(Party.AGENT) : null;
            this.customer = known ? side(Party.CUSTOMER) : null;
        }

        private Side side(Party party) {
            return Side.of(
                    party,
                    transcript.utterances().stream()
                            .filter(said -> said.party() == party)
                            .toList());
        }

        private <K extends Comparable<K>> Map<K, Side> sides(Function<Utterance, K> key) {
            Map<K, List<Utterance>> groups = transcript.utterances().stream()
                    .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
            Map<K, Side> sides = new TreeMap<>();
            groups.forEach((name, said) -> sides.put(name, Side.of(said.get(0).party(), said)));
            return sides;
        }

        TalkMetrics metrics() {
            List<TalkSpan> holds = holds();
            List<Side> facing = facing();
            TalkStretches overtalk = facing.isEmpty() ? null : overtalk(facing);
            List<Interruption> interruptions = facing.isEmpty()
                    ? null
                    : Turns.interruptions(
                            facing.get(0),
                            facing.get(1),
                            settings.interruptionFrom().toMillis());
            long talkMs = Spans.lengthMs(speech);
            return new TalkMetrics(
                    durationMs,
                    talkMs,
                    talkRatio(),
                    speech.isEmpty() ? null : speech.get(0).startMs(),
                    deadAir(holds),
                    TalkStretches.of(holds),
                    overtalk,
                    overtalk == null || talkMs == 0 ? null : (double) overtalk.totalMs() / talkMs,
                    interruptions,
                    party(agent, customer, interruptions),
                    party(customer, agent, interruptions),
                    end());
        }

        private @Nullable Double talkRatio() {
            if (agent == null || customer == null || agent.speechMs() + customer.speechMs() == 0) {
                return null;
            }
            return (double) agent.speechMs() / (agent.speechMs() + customer.speechMs());
        }

        /** Silences that may be holds: also the last one, in which somebody gives up waiting. */
        private List<TalkSpan> holds() {
            List<TalkSpan> silences = new ArrayList<>(Spans.gaps(speech));
            if (!speech.isEmpty()) {
                silences.add(new TalkSpan(speech.get(speech.size() - 1).endMs(), durationMs));
            }
            silences.removeIf(
                    silence -> silence.lengthMs() < settings.holdFrom().toMillis());
            return new HoldFinder(
                            transcript,
                            call.waveform(),
                            speech,
                            phrases(settings.holdPhrases()),
                            settings.holdLevelDbfs())
                    .holds(silences);
        }

        private SpokenPhrases phrases(Map<String, List<String>> byLanguage) {
            return new SpokenPhrases(byLanguage.getOrDefault(transcript.language(), List.of()));
        }

        private TalkStretches deadAir(List<TalkSpan> holds) {
            return TalkStretches.of(Spans.gaps(speech).stream()
                    .filter(silence ->
                            silence.lengthMs() >= settings.deadAirFrom().toMillis())
                    .filter(silence -> !holds.contains(silence))
                    .toList());
        }

        /**
         * Two sides of which it can be heard when both speak: each has channels of its own. In one channel a recogniser
         * writes down one voice at a time.
         */
        private List<Side> facing() {
            if (transcript.channelCount() < 2 || transcript.parties().separation() == Separation.VOICES) {
                return List.of();
            }
            if (agent != null && customer != null) {
                boolean apart = Collections.disjoint(agent.channels(), customer.channels());
                return apart ? List.of(agent, customer) : List.of();
            }
            List<Side> byChannel = sides(Utterance::channel).values().stream().toList();
            boolean unknown = transcript.utterances().stream().allMatch(said -> said.party() == Party.UNKNOWN);
            return byChannel.size() == 2 && unknown ? byChannel : List.of();
        }

        private TalkStretches overtalk(List<Side> facing) {
            return TalkStretches.of(
                    Spans.overlap(facing.get(0).speech(), facing.get(1).speech()).stream()
                            .filter(both ->
                                    both.lengthMs() >= settings.overtalkFrom().toMillis())
                            .toList());
        }

        private @Nullable PartyTalk party(
                @Nullable Side side, @Nullable Side other, @Nullable List<Interruption> interruptions) {
            if (side == null || other == null) {
                return null;
            }
            return new PartyTalk(
                    side.speechMs(),
                    side.firstWordMs(),
                    side.speechRateWpm(),
                    Turns.longestMonologueMs(side, other, settings.deadAirFrom().toMillis()),
                    interruptions == null
                            ? null
                            : (int) interruptions.stream()
                                    .filter(one -> one.by() == side.party())
                                    .count(),
                    loudness(side, other));
        }

        /** A channel's loudness is a party's when nobody else speaks in it. */
        private @Nullable Double loudness(Side side, Side other) {
            List<ChannelLevel> levels = call.levels();
            if (side.channels().size() != 1 || !Collections.disjoint(side.channels(), other.channels())) {
                return null;
            }
            int channel = side.channels().iterator().next();
            return channel < levels.size() ? levels.get(channel).activeDbfs() : null;
        }

        private CallEnd end() {
            Long last = speech.isEmpty()
                    ? null
                    : Long.valueOf(speech.get(speech.size() - 1).endMs());
            Long customersLast = customer == null ? null : customer.lastWordMs();
            SpokenPhrases farewells = phrases(settings.farewells());
            Boolean farewell = farewells.isEmpty()
                    ? null
                    : Boolean.valueOf(last != null
                            && nearEnd(last)
                                    .anyMatch(said ->
                                            farewells.areIn(SpokenText.of(said).text())));
            return new CallEnd(
                    last == null ? null : durationMs - last,
                    customersLast == null ? null : durationMs - customersLast,
                    farewell);
        }

        private Stream<Utterance> nearEnd(long last) {
            return transcript.utterances().stream().filter(said -> said.endMs() >= last - FAREWELL_WITHIN_MS);
        }
    }
}
