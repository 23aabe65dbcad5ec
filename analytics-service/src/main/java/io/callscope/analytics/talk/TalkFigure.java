package io.callscope.analytics.talk;

import io.callscope.model.talk.PartyTalk;
import io.callscope.model.talk.TalkMetrics;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A figure of a call's talk that calls are looked for and flagged by. Its id says the unit. */
public enum TalkFigure {
    /** The longest dead air, seconds. */
    DEAD_AIR_SEC("deadAirSec", 3_600, talk -> talk.deadAir().longestMs() / 1000.0),
    /** Share of the call that is dead air, percent. */
    DEAD_AIR_PERCENT("deadAirPercent", 100, talk -> percent(talk.deadAir().totalMs(), talk.durationMs())),
    /** All hold together, seconds. */
    HOLD_SEC("holdSec", 36_000, talk -> talk.hold().totalMs() / 1000.0),
    /** The agent's share of what both say, percent. */
    AGENT_TALK_PERCENT("agentTalkPercent", 100, talk -> talk.talkRatio() == null ? null : 100 * talk.talkRatio()),
    /** Share of the talk in which both speak, percent. */
    OVERTALK_PERCENT("overtalkPercent", 100, talk -> talk.overtalkRatio() == null ? null : 100 * talk.overtalkRatio()),
    /** How often the agent cuts the customer short. */
    AGENT_INTERRUPTIONS("agentInterruptions", 1_000, talk -> interruptions(talk.agent()));

    private final String id;
    private final int most;
    private final Function<TalkMetrics, @Nullable Double> value;

    TalkFigure(String id, int most, Function<TalkMetrics, @Nullable Double> value) {
        this.id = id;
        this.most = most;
        this.value = value;
    }

    private static @Nullable Double percent(long part, long whole) {
        return whole == 0 ? null : Double.valueOf(100.0 * part / whole);
    }

    private static @Nullable Double interruptions(@Nullable PartyTalk party) {
        return party == null || party.interruptions() == null ? null : Double.valueOf(party.interruptions());
    }

    /** The word for it in addresses and in flag rules. */
    public String id() {
        return id;
    }

    /** The largest limit that makes sense. */
    public int most() {
        return most;
    }

    /** Its value in a call; null when that cannot be known. */
    public @Nullable Double of(TalkMetrics talk) {
        return value.apply(talk);
    }

    /** The figure with this id. */
    public static Optional<TalkFigure> ofId(String id) {
        return Arrays.stream(values()).filter(figure -> figure.id.equals(id)).findFirst();
    }
}
