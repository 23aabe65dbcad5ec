package io.callscope.analytics.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.llm.answer.Asking;
import io.callscope.analytics.llm.answer.Reply;
import io.callscope.analytics.llm.ask.Hashes;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.ask.TokenUsage;
import io.callscope.analytics.llm.evidence.AnchorLocator;
import io.callscope.analytics.llm.mark.Claims;
import io.callscope.analytics.llm.prompt.Line;
import io.callscope.analytics.llm.task.ContactAnswer;
import io.callscope.analytics.llm.task.MarksAnswer;
import io.callscope.analytics.llm.task.SummaryAnswer;
import io.callscope.analytics.llm.task.Task;
import io.callscope.analytics.llm.window.Contacts;
import io.callscope.model.transcript.CallTranscribed;
import java.util.ArrayList;
import java.util.List;

/** One call put to a language model. Not thread-safe, for one call. */
final class Hearing {
    private final Asking asking;
    private final LlmClassifier.OfLanguage language;
    private final CallTranscribed call;
    private final String nonce;
    private final int votes;
    private final Claims claims;
    private final Contacts contacts;
    private TokenUsage usage = TokenUsage.NONE;
    private int paidRequests;

    Hearing(
            LanguageModel model,
            Codebook codebook,
            LlmClassifier.OfLanguage language,
            CallTranscribed call,
            String nonce,
            int votes) {
        this.asking = new Asking(model);
        this.language = language;
        this.call = call;
        this.nonce = nonce;
        this.votes = votes;
        AnchorLocator locator = new AnchorLocator(call.transcript());
        this.claims = new Claims(codebook, call.transcript(), locator, votes);
        this.contacts = new Contacts(locator);
    }

    /** All of {@link #hear} that is known before an answer is there. */
    List<Question> questions(List<List<Line>> windows) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            String block = language.block().of(windows.get(i), nonce);
            String hash = hashOf(i, windows);
            for (Task task : language.tasks().ofWindow()) {
                int times = language.tasks().marks().contains(task) ? votes : 1;
                for (int vote = 0; vote < times; vote++) {
                    questions.add(task.question(call.callId(), hash, block).withVote(vote));
                }
            }
        }
        return questions;
    }

    ModelHeard hear(List<List<Line>> windows) throws InterruptedException {
        List<SummaryAnswer> summaries = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            String block = language.block().of(windows.get(i), nonce);
            String hash = hashOf(i, windows);
            for (Task task : language.tasks().marks()) {
                for (int vote = 0; vote < votes; vote++) {
                    claims.add(vote, MarksAnswer.of(ask(task, hash, block, vote)));
                }
            }
            contacts.add(ContactAnswer.of(ask(language.tasks().contact(), hash, block)));
            summaries.add(SummaryAnswer.of(ask(language.tasks().summary(), hash, block)));
        }
        SummaryAnswer summary = summaries.size() == 1 ? summaries.get(0) : whole(summaries);
        return new ModelHeard(
                claims.marks(new Claims.Around(
                        call.metadata(), contacts.reason(), contacts.repeat().said(), contacts.resolution())),
                contacts.reason(),
                contacts.repeat(),
                contacts.resolution(),
                summary,
                windows.size(),
                claims.claimed() + contacts.claimed(),
                claims.located() + contacts.located(),
                usage,
                paidRequests);
    }

    /** Each window is asked about as a text of its own: answers about one must not be taken for those about another. */
    private String hashOf(int number, List<List<Line>> windows) {
        if (windows.size() == 1) {
            return call.transcriptHash();
        }
        List<Line> window = windows.get(number);
        List<String> parts = new ArrayList<>(List.of(call.transcriptHash(), Integer.toString(number)));
        window.forEach(line -> parts.add(language.block().line(line)));
        return Hashes.of(parts);
    }

    private SummaryAnswer whole(List<SummaryAnswer> summaries) throws InterruptedException {
        List<String> texts = new ArrayList<>();
        for (SummaryAnswer part : summaries) {
            String step = part.nextStep() == null ? "" : " → " + part.nextStep();
            if (part.summary() != null) {
                texts.add(part.summary() + step);
            }
        }
        if (texts.isEmpty()) {
            return new SummaryAnswer(null, null);
        }
        List<String> hashed = new ArrayList<>(List.of(call.transcriptHash()));
        hashed.addAll(texts);
        return SummaryAnswer.of(ask(
                language.tasks().summaries(),
                Hashes.of(hashed),
                language.block().ofTexts(texts, nonce)));
    }

    private JsonNode ask(Task task, String hash, String block) throws InterruptedException {
        return ask(task, hash, block, 0);
    }

    private JsonNode ask(Task task, String hash, String block, int vote) throws InterruptedException {
        Reply reply = asking.ask(task, task.question(call.callId(), hash, block).withVote(vote));
        usage = usage.plus(reply.usage());
        paidRequests += reply.paidRequests();
        return reply.json();
    }
}
