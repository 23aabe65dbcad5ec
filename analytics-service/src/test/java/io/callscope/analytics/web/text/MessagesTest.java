package io.callscope.analytics.web.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.accuracy.input.InputFeature;
import io.callscope.analytics.accuracy.input.ShiftVerdict;
import io.callscope.analytics.accuracy.report.Rescored;
import io.callscope.analytics.accuracy.report.Why;
import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.classify.Explanation;
import io.callscope.analytics.codebook.CauseDefinition.Preventable;
import io.callscope.analytics.desk.FalseReason;
import io.callscope.analytics.desk.FollowUp;
import io.callscope.analytics.desk.Outcome;
import io.callscope.analytics.desk.QueueFilter;
import io.callscope.analytics.importance.CustomerOutcome;
import io.callscope.analytics.importance.ImportanceQuestion;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.promises.Closing;
import io.callscope.analytics.promises.PromiseKind;
import io.callscope.analytics.promises.PromiseState;
import io.callscope.analytics.repeats.LinkedBy;
import io.callscope.analytics.repeats.report.Change;
import io.callscope.analytics.repeats.report.Split;
import io.callscope.analytics.requests.RequestReport.Department;
import io.callscope.analytics.requests.RequestReport.Voice;
import io.callscope.analytics.review.appeals.AppealState;
import io.callscope.analytics.review.calibration.MachineTest;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.scorecard.Harm;
import io.callscope.analytics.scorecard.Unscored;
import io.callscope.analytics.store.CallState;
import io.callscope.analytics.talk.TalkFigure;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.FixtureLabels;
import io.callscope.analytics.web.api.CallQueryParser;
import io.callscope.analytics.web.call.TalkMark;
import io.callscope.analytics.web.page.OverviewPage;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.kit.failure.RejectReason;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.RoleSource;
import io.callscope.model.transcript.SensitiveData;
import io.callscope.model.transcript.Separation;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.TranscriptWarning;
import io.callscope.statistics.importance.Importance.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private static final Pattern WHOLE_KEY = Pattern.compile("\\bt\\(\"([a-z0-9.-]+)\"[,)]");
    private static final Pattern KEY_START = Pattern.compile("\\bt\\(\"([a-z0-9.-]+\\.)\" \\+");
    private static final Pattern PLURAL_KEY = Pattern.compile("\\bn\\(\"([a-z0-9.-]+)\"");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        // Given
        Set<String> russian = Messages.in(Language.RU).keys();

        // When
        Set<String> english = Messages.in(Language.EN).keys();

        // Then
        assertThat(russian.stream().filter(key -> !key.endsWith(".few")).collect(Collectors.toSet()))
                .isEqualTo(english);
        assertThat(russian.stream().filter(key -> key.endsWith(".few")).map(key -> key.replace(".few", ".many")))
                .allMatch(english::contains);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyKeyOfTheTemplatesHasWords(Language language) throws IOException {
        // Given
        String templates = read(Path.of("src/main/jte"), ".jte");
        List<String> keys = found(WHOLE_KEY, templates);
        for (String key : found(PLURAL_KEY, templates)) {
            PluralForm.of(language).forEach(form -> keys.add(key + "." + form.suffix()));
        }

        // When
        List<String> missing =
                keys.stream().filter(key -> !Messages.in(language).has(key)).toList();

        // Then
        assertThat(keys).hasSizeGreaterThan(80);
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyValueThatPagesShowHasWords(Language language) {
        // Given
        List<String> keys = new ArrayList<>();
        Stream.of(CallState.values()).forEach(v -> keys.add("state." + v.id()));
        Stream.of(Force.values()).forEach(v -> keys.add("force.short." + v.id()));
        Stream.of(Polarity.values()).forEach(v -> keys.add("polarity." + v.id()));
        Stream.of(Resolution.values()).forEach(v -> keys.add("resolution." + v.id()));
        Stream.of(Verdict.values()).forEach(v -> keys.add("verdict." + v.id()));
        Stream.of(Direction.values()).forEach(v -> keys.add("direction." + v.id()));
        Stream.of(Party.values()).forEach(v -> keys.add("party." + v.id()));
        Stream.of(TranscriptSource.values()).forEach(v -> keys.add("source." + v.id()));
        Stream.of(RejectReason.values()).forEach(v -> keys.add("reason." + v.id()));
        Stream.of(ProblemType.values()).forEach(v -> {
            keys.add("problem." + v.id() + ".title");
            keys.add("problem." + v.id() + ".detail");
        });
        Stream.of(Role.values()).forEach(v -> keys.add("role." + v.id()));
        Stream.of(AuditAction.values()).forEach(v -> keys.add("audit.action." + v.id()));
        Stream.of(Answer.values()).forEach(v -> keys.add("answer." + v.id()));
        Stream.of(Explanation.Fate.values()).forEach(v -> keys.add("words.fate." + v.id()));
        Stream.of(Unscored.values()).forEach(v -> keys.add("unscored." + v.id()));
        Stream.of(Harm.values()).forEach(v -> keys.add("critical." + v.id()));
        Stream.of("tuning", "evaluation").forEach(v -> keys.add("plan.role." + v));
        Stream.of("yes", "no", "recognition.good", "recognition.bad").forEach(v -> keys.add("review." + v));
        Stream.of("review", "plan", "reports", "system").forEach(v -> keys.add("nav." + v));
        Stream.of(
                        "queue",
                        "promises",
                        "calls",
                        "overview",
                        "repeats",
                        "forces",
                        "requests",
                        "importance",
                        "accuracy",
                        "rules",
                        "failed",
                        "model",
                        "audit")
                .forEach(v -> keys.add("nav." + v));
        Stream.of(LlmFailure.values()).forEach(v -> keys.add("parked.reason." + v.id()));
        Stream.of("marks", "contact", "summary", "summaries", "same-issue", "criteria")
                .forEach(v -> keys.add("costs.task." + v));
        Stream.of(LinkedBy.values()).forEach(v -> keys.add("chain.by." + v.id()));
        Stream.of("1", "2", "3").forEach(v -> keys.add("priority." + v));
        Stream.of(Outcome.values()).forEach(v -> keys.add("outcome." + v.id()));
        Stream.of(FalseReason.values()).forEach(v -> keys.add("false." + v.id()));
        Stream.of(FollowUp.values()).forEach(v -> keys.add("follow-up." + v.id()));
        Stream.of(QueueFilter.View.values()).forEach(v -> keys.add("queue.view." + v.id()));
        Stream.of("in-work", "put-off", "overdue", "handed-over").forEach(v -> keys.add("handover.part." + v));
        Stream.of("made", "joined", "reopened", "come-back", "take", "release", "check", "put-off", "hand-over")
                .forEach(v -> keys.add("history." + v));
        Stream.of("false-mark", "false-mark-undone").forEach(v -> keys.add("history." + v));
        Stream.of("llm", "linked-contacts", "scorecards").forEach(v -> keys.add("rules.needs." + v));
        Stream.of("0", "1", "2", "3").forEach(v -> keys.add("severity." + v));
        new CallQueryParser(new FixtureLabels(), ZoneOffset.UTC, Clock.systemUTC())
                .names().stream().filter(v -> !v.equals("size")).forEach(v -> keys.add("filter." + v));
        Stream.of("period.today", "period.yesterday", "period.week", "period.month", "party.customer", "party.agent")
                .forEach(v -> keys.add("filter." + v));
        Stream.of("flagged", "repeat", "audio")
                .forEach(v -> keys.addAll(List.of("filter." + v + ".true", "filter." + v + ".false")));
        OverviewPage.MEASURES.forEach(v -> keys.add("overview." + v));
        Stream.of("recorded", "transcribed").forEach(v -> keys.add("overview.waits." + v));
        Stream.of("rules", "examples", "other").forEach(v -> keys.add("classifier." + v));
        Stream.of(TalkMark.Kind.DEAD_AIR, TalkMark.Kind.HOLD).forEach(v -> keys.add("marker." + v.id()));
        Stream.of(Party.values()).forEach(v -> keys.add("marker.interruption." + v.id()));
        Stream.of(TranscriptWarning.values()).forEach(v -> keys.add("warning." + v.id()));
        Stream.of(SensitiveData.values()).forEach(v -> keys.add("redacted." + v.id()));
        Stream.of(Separation.values()).forEach(v -> keys.add("separation." + v.id()));
        Stream.of(RoleSource.values()).forEach(v -> keys.add("roles." + v.id()));
        Stream.of(TalkFigure.values()).forEach(v -> keys.add("rules.if.talk." + v.id()));
        Stream.of("dry-run", "applying", "applied").forEach(v -> keys.add("changes.state." + v));
        Stream.of("codes", "flags", "signals", "reasons", "resolutions", "verdicts")
                .forEach(v -> keys.add("change." + v));
        Stream.of(Change.Verdict.values())
                .forEach(v -> keys.addAll(List.of(
                        "repeats.change." + v.id(), "requests.shift." + v.id(), "requests.shift.short." + v.id())));
        Stream.of(Voice.State.values())
                .filter(v -> v != Voice.State.SHOWN)
                .forEach(v -> keys.add("requests.voice." + v.id()));
        Stream.of(Department.Kind.NONE, Department.Kind.OTHERS).forEach(v -> keys.add("requests.voice." + v.id()));
        Stream.of(
                        "need",
                        "need-reason",
                        "competitor",
                        "competitor-reason",
                        "name",
                        "reason",
                        "break",
                        "step",
                        "stage",
                        "product",
                        "voice")
                .forEach(v -> keys.add("requests.sheet.part." + v));
        CustomerOutcome.ids().forEach(v -> keys.add("importance.outcome." + v));
        ImportanceQuestion.By.ids().forEach(v -> keys.add("importance.by." + v));
        Stream.of(Refusal.values())
                .forEach(v -> keys.add("importance.refusal."
                        + v.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        Stream.of("repeat-said", "repeat-linked", "transferred").forEach(v -> keys.add("forces.effort." + v));
        Stream.of(MachineTest.Outcome.values()).forEach(v -> keys.add("calibration.test." + v.id()));
        Stream.of(AppealState.values()).forEach(v -> keys.add("appeals.state." + v.id()));
        PromiseState.ids().forEach(v -> keys.add("promises.state." + v));
        PromiseKind.ids().forEach(v -> keys.add("promises.kind." + v));
        Stream.of(Closing.Outcome.values()).forEach(v -> keys.add("promises.outcome." + v.id()));
        Stream.of("kept", "late", "broken", "overdue", "open", "cancelled", "unknown")
                .forEach(v -> keys.add("promises.week." + v));
        Stream.of(Preventable.values()).forEach(v -> keys.add("repeats.preventable." + v.id()));
        Stream.of("failure", "case")
                .forEach(v -> keys.addAll(List.of(
                        "accuracy.why.too-few-failures." + v,
                        "accuracy.why.always-pass." + v,
                        "accuracy.why.misses-failures." + v,
                        "accuracy.why.false-alarms." + v,
                        "accuracy.sentence.found." + v,
                        "accuracy.sentence.none-found." + v)));
        Stream.of(Why.values())
                .filter(v -> !Set.of(Why.TOO_FEW_FAILURES, Why.ALWAYS_PASS, Why.MISSES_FAILURES, Why.FALSE_ALARMS)
                        .contains(v))
                .forEach(v -> keys.add("accuracy.why." + v.id()));
        Stream.of("automate", "assist", "keep-manual")
                .forEach(v -> keys.addAll(List.of("accuracy.decision." + v, "accuracy.consequence." + v)));
        Stream.of("calibrate", "mend-machine", "find-out", "nothing").forEach(v -> keys.add("accuracy.next." + v));
        Stream.of("stricter", "milder", "same").forEach(v -> keys.add("accuracy.strictness." + v));
        Stream.of(Rescored.State.values())
                .filter(v -> v != Rescored.State.NONE)
                .forEach(v -> keys.add("accuracy.rescored." + v.id()));
        Stream.of("force", "code", "repeat", "link", "cause").forEach(v -> keys.add("accuracy.group." + v));
        Stream.of(InputFeature.values()).forEach(v -> keys.add("accuracy.input.feature." + v.id()));
        Stream.of(ShiftVerdict.values()).forEach(v -> keys.add("accuracy.input.verdict." + v.id()));
        Stream.of("stage", "department").forEach(v -> keys.add("label.unknown." + v));
        Stream.of("other", "known").forEach(v -> keys.add("accuracy.input.reason." + v));
        Stream.of("met", "not-met", "not-applicable").forEach(v -> keys.add("accuracy.input.answer." + v));
        Stream.of(Split.values())
                .forEach(v -> keys.addAll(List.of(
                        "repeats.split." + v.id(),
                        "repeats.by." + v.id(),
                        "repeats.sheet.part." + v.id(),
                        "repeats.sheet.part." + v.id() + "-fcr")));

        // When
        List<String> missing =
                keys.stream().filter(key -> !Messages.in(language).has(key)).toList();

        // Then
        assertThat(missing).isEmpty();
    }

    @Test
    void everyFamilyOfKeysInTheTemplatesIsCheckedHere() throws IOException {
        // Given
        Set<String> checked = Set.of(
                "accuracy.decision.",
                "accuracy.consequence.",
                "appeals.state.",
                "promises.state.",
                "promises.kind.",
                "promises.outcome.",
                "state.",
                "force.short.",
                "answer.",
                "unscored.",
                "critical.",
                "plan.role.",
                "polarity.",
                "resolution.",
                "verdict.",
                "direction.",
                "party.",
                "source.",
                "priority.",
                "severity.",
                "classifier.",
                "filter.",
                "overview.",
                "overview.waits.",
                "nav.",
                "words.fate.",
                "outcome.",
                "false.",
                "follow-up.",
                "queue.view.",
                "handover.part.",
                "role.",
                "audit.action.",
                "marker.",
                "marker.interruption.",
                "warning.",
                "redacted.",
                "separation.",
                "roles.",
                "changes.state.",
                "change.",
                "importance.outcome.",
                "importance.by.",
                "requests.voice.",
                "repeats.by.",
                "repeats.split.",
                "chain.by.");

        // When
        Set<String> used = new TreeSet<>(found(KEY_START, read(Path.of("src/main/jte"), ".jte")));

        // Then
        assertThat(checked).containsAll(used);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 звонков",
        "1,1 звонок",
        "2,2 звонка",
        "4,4 звонка",
        "5,5 звонков",
        "11,11 звонков",
        "14,14 звонков",
        "21,21 звонок",
        "22,22 звонка",
        "100,100 звонков",
        "111,111 звонков",
        "1001,1001 звонок"
    })
    void russianNounsAgreeWithNumbers(long count, String expected) {
        assertThat(Messages.in(Language.RU).plural("count.calls", count, Long.toString(count)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,0 calls", "1,1 call", "2,2 calls", "21,21 calls"})
    void englishNounsAgreeWithNumbers(long count, String expected) {
        assertThat(Messages.in(Language.EN).plural("count.calls", count, Long.toString(count)))
                .isEqualTo(expected);
    }

    @Test
    void aMissingKeyIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> Messages.in(Language.RU).get("no.such.key")).hasMessageContaining("no.such.key");
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> keys = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        return keys;
    }

    private static String read(Path folder, String suffix) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
