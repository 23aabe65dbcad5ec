package io.callscope.analytics.accuracy.madeup;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.scorecard.Criterion;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import io.callscope.statistics.sampling.Candidate;
import io.callscope.statistics.sampling.PlanSettings;
import io.callscope.statistics.sampling.PlannedCall;
import io.callscope.statistics.sampling.SamplingPlan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Fills a database without plans with weeks of calls that nobody made, as the machine and controllers with known error
 * rates score them. The plans are drawn as real ones are and are marked as simulated. Not thread-safe.
 */
public final class JdbiMadeUpReviews {
    /** The version key of the machine that scores these calls; no real one has it. */
    private static final String VERSION = "simulated";

    private static final int AGENTS = 30;
    private static final double DOUBLE_SHARE = 0.4;
    private static final double TUNING_SHARE = 0.3;

    private static final String CALL = """
            INSERT INTO calls (call_id, state, started_at, agent_id, team, queue, direction, language, duration_ms,
                recorded_at, transcribed_at, analyzed_at, transcript_hash, version_key, verdict, contact_reason, resolution,
                attributes)
            VALUES (:call, 'analyzed', :at, :agent, :team, 'simulated', 'inbound', 'ru', 180000, :at, :at, :at, 'simulated',
                'simulated', 'judged', 'other', 'unknown', '{"simulated": "true"}')
            """;

    private static final String TRANSCRIPT = """
            INSERT INTO transcripts (call_id, transcript_hash, asr_model_id, source, language, duration_ms, channel_count,
                transcribed_at, processing_ms, search)
            VALUES (:call, 'simulated', 'simulated', 'recognised', 'ru', 180000, 2, :at, 1, '')
            """;

    private static final String UTTERANCE = """
            INSERT INTO utterances (call_id, transcript_hash, utterance_id, channel, party, start_ms, end_ms, text, confidence)
            VALUES (:call, 'simulated', 0, 0, 'agent', 0, 5000, 'Звонок смоделирован.', :confidence)
            """;

    private static final String ANALYSIS = """
            INSERT INTO analyses (call_id, version_key, versions, transcript_hash, verdict, contact_reason, resolution,
                repeat_contact, analyzed_at)
            VALUES (:call, 'simulated', CAST(:versions AS jsonb), 'simulated', 'judged', 'other', 'unknown',
                '{"said":false,"evidence":[]}', :at)
            """;

    /** The parts that every reader of an analysis needs. */
    private static final String VERSIONS = """
            {"asrModelId":"simulated","transcriptHash":"simulated","classifier":"rules","classifierVersion":"1",
             "codebookHash":"simulated","flagRulesHash":"simulated"}
            """;

    private static final String MARK = """
            INSERT INTO marks (call_id, version_key, place, force, code, polarity, stage, severity, party, evidence, owner,
                confidence, classifier)
            VALUES (:call, 'simulated', :place, :force, :code, 'barrier', 'unknown', 2, 'customer', '[]', 'unknown', 0.8,
                'rules')
            """;

    private static final String EVALUATION = """
            INSERT INTO evaluations (call_id, scorecard, version_key, analysis_key, scorecard_version, covered, evaluated_at,
                current)
            VALUES (:call, :scorecard, '%s', 'simulated', :version, 100, :at, true)
            """.formatted(VERSION);

    private static final String ANSWER = """
            INSERT INTO evaluation_answers (call_id, scorecard, version_key, analysis_key, place, criterion, weight, critical,
                answer, reason)
            VALUES (:call, :scorecard, '%s', 'simulated', :place, :criterion, :weight, :critical, :answer, :reason)
            """.formatted(VERSION);

    private static final String PLAN = """
            INSERT INTO sample_plans (week, seed, settings, candidates, made_at, made_by, simulated)
            VALUES (:week, :seed, CAST(:settings AS jsonb), :candidates, :at, 'simulation', true) RETURNING plan_id
            """;

    private static final String PLANNED = """
            INSERT INTO planned_calls (plan_id, call_id, place, scorecard, pi, certain, stratum, agent, team, role,
                double_scored, second_pi)
            VALUES (:plan, :call, :place, :scorecard, :pi, :certain, :team, :agent, :team, :role, :twice, :second)
            """;

    private static final String SEAT = """
            INSERT INTO review_seats (plan_id, call_id, seat, reviewer, assigned_at)
            VALUES (:plan, :call, :seat, :reviewer, :at)
            """;

    private static final String REVIEW = """
            INSERT INTO reviews (call_id, plan_id, seat, reviewer, blind, pi, scorecard, scorecard_version, machine_key,
                submitted_at, published_at)
            VALUES (:call, :plan, :seat, :reviewer, true, :pi, :scorecard, :version, '%s', :at, :at)
            RETURNING review_id
            """.formatted(VERSION);

    private static final String REVIEW_ANSWER = """
            INSERT INTO review_answers (review_id, subject, item, answer, severity)
            VALUES (:review, :subject, :item, :answer, :severity)
            """;

    /** Until the planner knows of so many rows at once, the report over them takes seconds instead of milliseconds. */
    private static final String ANALYZE = """
            ANALYZE calls, transcripts, utterances, analyses, marks, contacts, evaluations, evaluation_answers, sample_plans,
                planned_calls, reviews, review_answers
            """;

    private final Jdbi jdbi;
    private final Scorecard scorecard;
    private final Map<Force, String> codes = new EnumMap<>(Force.class);
    private final ZoneId site;

    /**
     * @param scorecard by which the calls are scored
     * @param codebook whose first barrier of each force the machine hears
     * @param site whose weeks plans are made for
     */
    public JdbiMadeUpReviews(DataSource dataSource, Scorecard scorecard, Codebook codebook, ZoneId site) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.scorecard = Objects.requireNonNull(scorecard, "scorecard");
        this.site = Objects.requireNonNull(site, "site");
        codebook.codes().stream()
                .filter(code -> code.polarity() == Polarity.BARRIER)
                .forEach(code -> codes.putIfAbsent(code.force(), code.id()));
    }

    /**
     * Fills it up to the last week that is over.
     *
     * @param weeks how many, 1 or more
     * @param calls of each week
     * @param reviewed of them, at most {@code calls}
     * @throws IllegalStateException when the database has a plan: what people said must not be mixed with this
     */
    public void fill(int weeks, int calls, int reviewed, long seed, Instant now) {
        if (weeks < 1 || reviewed < 1 || reviewed > calls) {
            throw new IllegalArgumentException(
                    "%d weeks of %d calls, %d reviewed: expected 1 or more, no more reviewed than calls"
                            .formatted(weeks, calls, reviewed));
        }
        LocalDate monday = LocalDate.ofInstant(now, site).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        SplittableRandom random = new SplittableRandom(seed);
        SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            if (hasPlans(handle)) {
                throw new IllegalStateException("the database has plans of reviews: expected one without any");
            }
            for (int week = weeks; week >= 1; week--) {
                fill(handle, monday.minusWeeks(week), calls, reviewed, random);
            }
            handle.execute(ANALYZE);
            return true;
        }));
    }

    private static boolean hasPlans(Handle handle) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM sample_plans)")
                .mapTo(Boolean.class)
                .one();
    }

    private void fill(Handle handle, LocalDate week, int count, int reviewed, SplittableRandom random) {
        Map<String, MadeUpCall> calls = new LinkedHashMap<>();
        for (int number = 0; number < count; number++) {
            MadeUpCall call = call(week, number, count, random);
            calls.put(call.id(), call);
        }
        insertCalls(handle, calls.values());
        insertScores(handle, calls.values());
        SamplingPlan plan = SamplingPlan.draw(
                calls.values().stream()
                        .map(call ->
                                new Candidate(call.id(), team(call), call.agent(), call.startedAt(), uncertainty(call)))
                        .toList(),
                new PlanSettings(reviewed, 0.5, 0, DOUBLE_SHARE, TUNING_SHARE),
                random.nextLong());
        insertPlan(handle, week, plan, calls);
    }

    private MadeUpCall call(LocalDate week, int number, int count, SplittableRandom random) {
        Map<String, Profile.Said> said = new HashMap<>();
        int place = 0;
        for (Criterion criterion : scorecard.criteria()) {
            said.put(criterion.id(), profile(place++).draw(random));
        }
        for (Force force : Force.values()) {
            said.put(force.id(), profile(place++).draw(random));
        }
        Instant monday = week.atStartOfDay(site).toInstant();
        return new MadeUpCall(
                "simulated-%s-%05d".formatted(week, number),
                "s-%02d".formatted(random.nextInt(AGENTS)),
                monday.plus(Duration.ofDays(7).multipliedBy(number).dividedBy(count)),
                0.6 + 0.39 * random.nextDouble(),
                said);
    }

    private static Profile profile(int place) {
        return Profile.USUAL.get(place % Profile.USUAL.size());
    }

    private static String team(MadeUpCall call) {
        return "Команда " + (1 + Math.floorMod(call.agent().hashCode(), 3));
    }

    private static double uncertainty(MadeUpCall call) {
        return 0.2 + call.said().values().stream().filter(Profile.Said::machine).count() * 0.1;
    }

    private static void insertCalls(Handle handle, Iterable<MadeUpCall> calls) {
        try (PreparedBatch heads = handle.prepareBatch(CALL);
                PreparedBatch transcripts = handle.prepareBatch(TRANSCRIPT);
                PreparedBatch utterances = handle.prepareBatch(UTTERANCE);
                PreparedBatch analyses = handle.prepareBatch(ANALYSIS)) {
            for (MadeUpCall call : calls) {
                heads.bind("call", call.id())
                        .bind("at", Columns.time(call.startedAt()))
                        .bind("agent", call.agent())
                        .bind("team", team(call))
                        .add();
                transcripts
                        .bind("call", call.id())
                        .bind("at", Columns.time(call.startedAt()))
                        .add();
                utterances
                        .bind("call", call.id())
                        .bind("confidence", call.confidence())
                        .add();
                analyses.bind("call", call.id())
                        .bind("at", Columns.time(call.startedAt()))
                        .bind("versions", VERSIONS)
                        .add();
            }
            heads.execute();
            transcripts.execute();
            utterances.execute();
            analyses.execute();
        }
    }

    private void insertScores(Handle handle, Iterable<MadeUpCall> calls) {
        try (PreparedBatch evaluations = handle.prepareBatch(EVALUATION);
                PreparedBatch answers = handle.prepareBatch(ANSWER);
                PreparedBatch marks = handle.prepareBatch(MARK)) {
            for (MadeUpCall call : calls) {
                evaluations
                        .bind("call", call.id())
                        .bind("scorecard", scorecard.id())
                        .bind("version", scorecard.version())
                        .bind("at", Columns.time(call.startedAt()))
                        .add();
                int place = 0;
                for (Criterion criterion : scorecard.criteria()) {
                    answers.bind("call", call.id())
                            .bind("scorecard", scorecard.id())
                            .bind("place", place++)
                            .bind("criterion", criterion.id())
                            .bind("weight", criterion.weight())
                            .bind(
                                    "critical",
                                    criterion.critical() == null
                                            ? null
                                            : criterion.critical().id())
                            .bind("answer", criterion.peopleOnly() ? "unscored" : answer(machine(call, criterion.id())))
                            .bind("reason", criterion.peopleOnly() ? "people-only" : null)
                            .add();
                }
                for (Force force : Force.values()) {
                    if (machine(call, force.id())) {
                        marks.bind("call", call.id())
                                .bind("place", place++)
                                .bind("force", force.id())
                                .bind("code", Objects.requireNonNull(codes.get(force)))
                                .add();
                    }
                }
            }
            evaluations.execute();
            answers.execute();
            if (marks.size() > 0) {
                marks.execute();
            }
        }
    }

    private static boolean machine(MadeUpCall call, String item) {
        return Objects.requireNonNull(call.said().get(item)).machine();
    }

    private void insertPlan(Handle handle, LocalDate week, SamplingPlan plan, Map<String, MadeUpCall> calls) {
        Instant madeAt = week.plusWeeks(1).atStartOfDay(site).toInstant();
        long id = handle.createQuery(PLAN)
                .bind("week", week)
                .bind("seed", plan.seed())
                .bind("settings", Columns.json(plan.settings()))
                .bind("candidates", plan.population())
                .bind("at", Columns.time(madeAt))
                .mapTo(Long.class)
                .one();
        for (int place = 0; place < plan.calls().size(); place++) {
            PlannedCall planned = plan.calls().get(place);
            MadeUpCall call = Objects.requireNonNull(calls.get(planned.call().id()));
            handle.createUpdate(PLANNED)
                    .bind("plan", id)
                    .bind("call", call.id())
                    .bind("place", place)
                    .bind("scorecard", scorecard.id())
                    .bind("pi", planned.inclusion())
                    .bind("certain", planned.certain())
                    .bind("agent", call.agent())
                    .bind("team", team(call))
                    .bind("role", planned.role() == PlannedCall.Role.EVALUATION ? "evaluation" : "tuning")
                    .bind("twice", planned.doubleScored())
                    .bind("second", planned.secondInclusion())
                    .execute();
            // reviews follow one another through the week after
            Instant at = madeAt.plus(Duration.ofDays(5)
                    .multipliedBy(place)
                    .dividedBy(plan.calls().size()));
            review(handle, id, call, "first", place % 3, planned.inclusion(), at);
            if (planned.doubleScored()) {
                review(handle, id, call, "second", (place + 1) % 3, planned.inclusion(), at);
            }
        }
    }

    private void review(Handle handle, long plan, MadeUpCall call, String seat, int controller, double pi, Instant at) {
        String reviewer = "simulated-" + (controller + 1);
        handle.createUpdate(SEAT)
                .bind("plan", plan)
                .bind("call", call.id())
                .bind("seat", seat)
                .bind("reviewer", reviewer)
                .bind("at", Columns.time(at))
                .execute();
        long review = handle.createQuery(REVIEW)
                .bind("call", call.id())
                .bind("plan", plan)
                .bind("seat", seat)
                .bind("reviewer", reviewer)
                .bind("pi", pi)
                .bind("scorecard", scorecard.id())
                .bind("version", scorecard.version())
                .bind("at", Columns.time(at))
                .mapTo(Long.class)
                .one();
        List<String[]> answers = new ArrayList<>();
        for (Criterion criterion : scorecard.criteria()) {
            answers.add(new String[] {"criterion", criterion.id(), answer(marks(call, criterion.id(), seat))});
        }
        for (Force force : Force.values()) {
            answers.add(new String[] {"force", force.id(), marks(call, force.id(), seat) ? "yes" : "no"});
        }
        try (PreparedBatch batch = handle.prepareBatch(REVIEW_ANSWER)) {
            for (String[] answer : answers) {
                boolean barrier = answer[0].equals("force") && answer[2].equals("yes");
                batch.bind("review", review)
                        .bind("subject", answer[0])
                        .bind("item", answer[1])
                        .bind("answer", answer[2])
                        .bind("severity", barrier ? Integer.valueOf(2) : null)
                        .add();
            }
            batch.execute();
        }
    }

    private static boolean marks(MadeUpCall call, String item, String seat) {
        Profile.Said said = Objects.requireNonNull(call.said().get(item));
        return seat.equals("first") ? said.first() : said.second();
    }

    private static String answer(boolean failed) {
        return failed ? "not-met" : "met";
    }
}
