package io.callscope.analytics.web.export;

import io.callscope.analytics.export.Cell;
import io.callscope.analytics.export.Column;
import io.callscope.analytics.store.AnalysisSummary;
import io.callscope.analytics.store.CallEntry;
import io.callscope.analytics.store.CallState;
import io.callscope.analytics.store.CallSummary;
import io.callscope.analytics.store.CallSummary.FlagHeard;
import io.callscope.analytics.store.CallSummary.ForceHeard;
import io.callscope.analytics.store.TalkSummary;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.page.View;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Direction;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls as rows: names in the user's language, and beside them the ids, which do not change. One request's. */
final class CallSheet {
    private final View view;
    private final ZoneId site;

    CallSheet(View view, ZoneId site) {
        this.view = view;
        this.site = site;
    }

    /** A column and what a call has in it. */
    private record Field(String title, int width, Function<CallSummary, Cell> cell) {}

    private List<Field> fields() {
        return List.of(
                new Field("id", 24, call -> Cell.text(call.entry().callId().value())),
                new Field("start", 17, call -> of(call, this::start)),
                new Field("minutes", 10, this::minutes),
                new Field("direction", 12, call -> of(call, this::direction)),
                new Field("agent-id", 12, call -> of(call, meta -> Cell.text(meta.agentId()))),
                new Field("agent", 26, call -> of(call, meta -> Cell.text(meta.agentName()))),
                new Field("team", 16, call -> of(call, meta -> Cell.text(meta.team()))),
                new Field("queue", 16, call -> of(call, meta -> Cell.text(meta.queue()))),
                new Field("product", 16, call -> of(call, meta -> Cell.text(meta.product()))),
                new Field("language", 10, call -> of(call, meta -> Cell.text(meta.language()))),
                new Field("customer", 10, call -> of(call, this::customer)),
                new Field(
                        "state",
                        18,
                        call -> Cell.text(view.t("state." + call.entry().state().id()))),
                new Field("state-id", 12, call -> Cell.text(call.entry().state().id())),
                new Field("recording", 10, call -> yesNo(call.entry().audio() != null)),
                new Field(
                        "verdict",
                        20,
                        call -> heard(
                                call,
                                a -> Cell.text(view.t("verdict." + a.verdict().id())))),
                new Field("reason", 28, call -> heard(call, a -> name(Kind.REASON, a.contactReason()))),
                new Field("reason-id", 18, call -> heard(call, a -> Cell.text(a.contactReason()))),
                new Field("resolution", 14, call -> heard(call, a -> Cell.text(resolution(a)))),
                new Field("repeat", 10, call -> heard(call, a -> yesNo(a.repeatSaid()))),
                new Field("repeat-number", 10, call -> heard(call, a -> Cell.whole(a.repeatNumber()))),
                new Field("cause", 28, call -> heard(call, this::cause)),
                new Field("cause-id", 18, call -> heard(call, a -> Cell.text(a.repeatCause()))),
                new Field("barriers", 28, call -> forces(call, Polarity.BARRIER, this::force)),
                new Field(
                        "barrier-ids",
                        20,
                        call -> forces(
                                call, Polarity.BARRIER, heard -> heard.force().id())),
                new Field("severity", 10, CallSheet::severity),
                new Field("drivers", 28, call -> forces(call, Polarity.DRIVER, this::force)),
                new Field(
                        "driver-ids",
                        20,
                        call -> forces(
                                call, Polarity.DRIVER, heard -> heard.force().id())),
                new Field("priority", 10, call -> heard(call, a -> Cell.whole(a.flagPriority()))),
                new Field("rules", 40, call -> flags(call, "; ", flag -> view.rule(flag.rule()))),
                new Field("rule-ids", 28, call -> flags(call, " ", FlagHeard::rule)),
                new Field("words", 60, call -> flags(call, " | ", this::words)),
                new Field("second", 10, CallSheet::second),
                new Field("talk-ratio", 10, call -> talk(call, talk -> ratio(talk.talkRatio()))),
                new Field("dead-air-longest", 10, call -> talk(call, talk -> seconds(talk.deadAirLongestMs()))),
                new Field("dead-air", 10, call -> talk(call, talk -> seconds(talk.deadAirMs()))),
                new Field("hold", 10, call -> talk(call, talk -> seconds(talk.holdMs()))),
                new Field("overtalk-ratio", 10, call -> talk(call, talk -> ratio(talk.overtalkRatio()))),
                new Field("agent-interruptions", 10, call -> talk(call, talk -> Cell.whole(talk.agentInterruptions()))),
                new Field("failure", 36, call -> failed(call, f -> view.failureReason(f.reason()))),
                new Field("failure-id", 18, call -> failed(call, CallEntry.Failure::reason)));
    }

    List<Column> columns() {
        return fields().stream()
                .map(field -> new Column(view.t("export." + field.title()), field.width()))
                .toList();
    }

    /** From a call to its row. */
    Function<CallSummary, List<Cell>> rows() {
        List<Field> fields = fields();
        return call -> fields.stream().map(field -> field.cell().apply(call)).toList();
    }

    private static Cell of(CallSummary call, Function<CallMetadata, Cell> cell) {
        CallMetadata metadata = call.entry().metadata();
        return metadata == null ? Cell.EMPTY : cell.apply(metadata);
    }

    private static Cell heard(CallSummary call, Function<AnalysisSummary, Cell> cell) {
        AnalysisSummary analysis = call.entry().analysis();
        return analysis == null ? Cell.EMPTY : cell.apply(analysis);
    }

    private static Cell failed(CallSummary call, Function<CallEntry.Failure, String> words) {
        CallEntry.Failure failure = call.entry().failure();
        boolean isFailed = call.entry().state() == CallState.FAILED && failure != null;
        return isFailed ? Cell.text(words.apply(failure)) : Cell.EMPTY;
    }

    private Cell start(CallMetadata metadata) {
        return new Cell.Moment(
                LocalDateTime.ofInstant(metadata.startedAt(), site).withNano(0));
    }

    private Cell minutes(CallSummary call) {
        Long duration = call.entry().durationMs();
        return duration == null ? Cell.EMPTY : new Cell.Decimal(duration / 60_000.0);
    }

    private Cell direction(CallMetadata metadata) {
        Direction direction = metadata.direction();
        return direction == null ? Cell.EMPTY : Cell.text(view.t("direction." + direction.id()));
    }

    private Cell customer(CallMetadata metadata) {
        return metadata.customer() == null
                ? Cell.EMPTY
                : Cell.text(metadata.customer().last4());
    }

    private Cell name(Kind kind, String id) {
        return Cell.text(view.label(kind, id));
    }

    private String resolution(AnalysisSummary analysis) {
        return view.t("resolution." + analysis.resolution().id());
    }

    private Cell cause(AnalysisSummary analysis) {
        String cause = analysis.repeatCause();
        if (cause == null) {
            return Cell.EMPTY;
        }
        return cause.equals("none") ? Cell.text(view.t("call.repeat.no-cause")) : name(Kind.CAUSE, cause);
    }

    private String force(ForceHeard heard) {
        return view.force(heard.force());
    }

    private static Cell forces(CallSummary call, Polarity polarity, Function<ForceHeard, String> words) {
        return Cell.text(call.forces().stream()
                .filter(heard -> heard.polarity() == polarity)
                .map(words)
                .collect(Collectors.joining("; ")));
    }

    private static Cell severity(CallSummary call) {
        int most = call.forces().stream().mapToInt(ForceHeard::severity).max().orElse(0);
        return most == 0 ? Cell.EMPTY : new Cell.Whole(most);
    }

    private static Cell flags(CallSummary call, String between, Function<FlagHeard, @Nullable String> words) {
        return Cell.text(
                call.flags().stream().map(words).filter(some -> some != null).collect(Collectors.joining(between)));
    }

    private static Cell talk(CallSummary call, Function<TalkSummary, Cell> figure) {
        AnalysisSummary analysis = call.entry().analysis();
        TalkSummary talk = analysis == null ? null : analysis.talk();
        return talk == null ? Cell.EMPTY : figure.apply(talk);
    }

    private static Cell seconds(long ms) {
        return Cell.whole(Math.round(ms / 1000.0));
    }

    /** Percent; empty where it cannot be known. */
    private static Cell ratio(@Nullable Double share) {
        return share == null ? Cell.EMPTY : Cell.whole(Math.round(share * 100));
    }

    private @Nullable String words(FlagHeard flag) {
        String words = flag.words();
        return words == null ? null : view.words(words);
    }

    private static Cell second(CallSummary call) {
        return call.flags().stream()
                .map(FlagHeard::startMs)
                .filter(at -> at != null)
                .findFirst()
                .map(at -> Cell.whole(at / 1000))
                .orElse(Cell.EMPTY);
    }

    private Cell yesNo(boolean value) {
        return Cell.text(view.t(value ? "export.yes" : "export.no"));
    }
}
