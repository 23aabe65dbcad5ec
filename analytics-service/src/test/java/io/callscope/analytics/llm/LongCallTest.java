package io.callscope.analytics.llm;

import static io.callscope.analytics.llm.ScriptedModel.claim;
import static io.callscope.analytics.llm.ScriptedModel.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.prompt.TokenEstimate;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A call of three hours, and what is said in each of its windows. */
class LongCallTest {
    private static final long THREE_HOURS_MS = 3 * 3_600_000L;
    private static final int EVERY_MS = 7_200;
    private static final String COMPLAINT = "обещали перезвонить и никто не перезвонил";
    private static final Pattern LINE = Pattern.compile("(?m)^\\[(\\d+)] (?:агент|клиент): (.*)$");

    private final CallTranscribed call = LlmFixtures.call(threeHours());

    @Test
    void everyUtteranceIsAskedAboutInEveryTask() throws InterruptedException {
        // Given
        ScriptedModel model = ScriptedModel.deaf();

        // When
        ModelHeard heard = hear(model);

        // Then
        assertThat(heard.windows()).isGreaterThan(10);
        Set<String> tasks = model.asked().stream().map(Question::task).collect(Collectors.toSet());
        tasks.remove("summaries");
        assertThat(tasks).contains("marks-1", "contact", "summary");
        for (String task : tasks) {
            assertThat(told(model, task))
                    .as(task)
                    .hasSize(call.transcript().utterances().size());
        }
    }

    @Test
    void whatWouldBeAskedIsKnownWithoutAsking() throws InterruptedException {
        // Given
        ScriptedModel model = ScriptedModel.deaf();
        LlmClassifier classifier = LlmFixtures.classifier(model, LlmTaskSettings.defaults());

        // When
        List<Question> questions = classifier.questions(call);
        int askedBefore = model.asked().size();
        classifier.hear(call);

        // Then: all but the one that joins the summaries
        assertThat(askedBefore).isZero();
        assertThat(questions).hasSize(model.asked().size() - 1);
        assertThat(model.asked().subList(0, questions.size())).isEqualTo(questions);
    }

    @Test
    void windowsOverlapAndEachFitsTheModel() throws InterruptedException {
        // Given
        ScriptedModel model = ScriptedModel.deaf();

        // When
        hear(model);

        // Then
        List<Question> windows = model.asked().stream()
                .filter(question -> question.task().equals("contact"))
                .toList();
        for (int i = 1; i < windows.size(); i++) {
            Set<Integer> shared = new TreeSet<>(ids(windows.get(i - 1)));
            shared.retainAll(ids(windows.get(i)));
            assertThat(shared).as("window %d", i).isNotEmpty();
            assertThat(windows.get(i).transcriptHash())
                    .isNotEqualTo(windows.get(i - 1).transcriptHash());
        }
        assertThat(model.asked())
                .allMatch(question -> TokenEstimate.of(question.system())
                                + TokenEstimate.of(question.user())
                                + question.maxAnswerTokens()
                        <= 8_192);
    }

    @Test
    void whatIsSaidInSeveralWindowsIsOneMarkWithAllItsWords() throws InterruptedException {
        // Given: the model finds the complaint wherever it is told of it
        Function<Question, String> marks = question -> {
            List<String> claims = new ArrayList<>();
            if (question.schema().toString().contains("certainty.promise-broken")) {
                Matcher line = LINE.matcher(question.transcript());
                while (line.find()) {
                    if (line.group(2).contains(COMPLAINT)) {
                        claims.add(claim("certainty.promise-broken", 2, Integer.parseInt(line.group(1)), COMPLAINT));
                    }
                }
            }
            return "{\"marks\":[" + String.join(",", claims) + "]}";
        };
        int[] window = {0};
        ScriptedModel model = ScriptedModel.of(
                marks,
                question -> switch (window[0]++) {
                    case 0 -> contact("not-understood", "unknown");
                    case 1 -> contact("refund", "resolved");
                    case 2 -> contact("order-status", "unresolved");
                    default -> contact("other", "unknown");
                },
                question -> "{\"summary\":\"%s\",\"nextStep\":\"\"}"
                        .formatted(question.task().equals("summaries") ? "Целое." : "Часть."));

        // When
        ModelHeard heard = hear(model);

        // Then
        assertThat(heard.marks()).hasSize(1);
        Mark mark = heard.marks().get(0);
        assertThat(mark.evidence()).extracting(place -> place.utteranceId()).containsExactly(10, 700, 1_499);
        assertThat(heard.located()).isEqualTo(heard.claimed()).isGreaterThanOrEqualTo(3);
        assertThat(heard.contactReason()).isEqualTo("refund");
        assertThat(heard.resolution()).isEqualTo(Resolution.UNRESOLVED);
        assertThat(heard.summary().summary()).isEqualTo("Целое.");
    }

    @Test
    void anUtteranceLongerThanAWindowIsToldInParts() throws InterruptedException {
        // Given: a monologue of 20,000 words
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            words.add("слово" + (char) ('а' + i % 32));
        }
        Utterance monologue =
                new Utterance(0, 0, Party.CUSTOMER, 0, THREE_HOURS_MS, String.join(" ", words), null, List.of());
        ScriptedModel model = ScriptedModel.deaf();

        // When
        LlmFixtures.classifier(model, LlmTaskSettings.defaults())
                .hear(LlmFixtures.call(transcript(List.of(monologue))));

        // Then
        int told = 0;
        for (Question question : model.asked()) {
            if (question.task().equals("contact")) {
                Matcher line = LINE.matcher(question.transcript());
                while (line.find()) {
                    told += line.group(2).split(" ").length;
                }
            }
        }
        assertThat(told).isGreaterThanOrEqualTo(20_000);
    }

    private ModelHeard hear(ScriptedModel model) throws InterruptedException {
        return LlmFixtures.classifier(model, LlmTaskSettings.defaults()).hear(call);
    }

    private static Set<Integer> told(ScriptedModel model, String task) {
        Set<Integer> told = new TreeSet<>();
        model.asked().stream()
                .filter(question -> question.task().equals(task))
                .forEach(question -> told.addAll(ids(question)));
        return told;
    }

    private static Set<Integer> ids(Question question) {
        Set<Integer> ids = new TreeSet<>();
        Matcher line = LINE.matcher(question.transcript());
        while (line.find()) {
            ids.add(Integer.parseInt(line.group(1)));
        }
        return ids;
    }

    private static Transcript threeHours() {
        List<Utterance> utterances = new ArrayList<>();
        for (int i = 0; i < THREE_HOURS_MS / EVERY_MS; i++) {
            boolean complaint = i == 10 || i == 700 || i == 1_499;
            String text = complaint
                    ? "мне " + COMPLAINT
                    : "реплика о том и о сем и еще немного слов чтобы было похоже на речь номер " + i;
            Party party = complaint || i % 2 == 0 ? Party.CUSTOMER : Party.AGENT;
            utterances.add(new Utterance(
                    i, 0, party, (long) i * EVERY_MS, (long) i * EVERY_MS + 6_000, text, null, List.of()));
        }
        return transcript(utterances);
    }

    private static Transcript transcript(List<Utterance> utterances) {
        return new Transcript("ru", TranscriptSource.IMPORTED, "text", null, THREE_HOURS_MS, 1, utterances);
    }
}
