package io.callscope.standalone.month;

import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.call.Party;
import io.callscope.model.hash.Sha256;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import io.callscope.standalone.month.MonthCall.Turn;
import io.callscope.transcribe.text.TextSteps;
import io.callscope.transcribe.text.correct.Corrections;
import io.callscope.transcribe.text.redact.RedactionConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Simulated calls as the transcribe service would publish them, for measurements without a broker. Thread-safe. */
public final class MonthEvents {
    private final TextSteps steps;

    /**
     * @param steps what the transcribe service does to every transcript
     */
    public MonthEvents(TextSteps steps) {
        this.steps = steps;
    }

    /**
     * With all text steps.
     *
     * @param config the folder whose corrections are made
     */
    public static MonthEvents of(Path config) {
        return new MonthEvents(new TextSteps(Corrections.load(config.resolve("text")), RedactionConfig.ALL));
    }

    /** The event of a call. */
    public CallTranscribed of(MonthCall call) {
        List<Utterance> utterances = new ArrayList<>();
        for (Turn turn : call.turns()) {
            utterances.add(new Utterance(
                    utterances.size(),
                    turn.party() == Party.AGENT ? 1 : 0,
                    turn.party(),
                    turn.startMs(),
                    turn.endMs(),
                    turn.text(),
                    null,
                    List.of()));
        }
        Transcript transcript =
                new Transcript("ru", TranscriptSource.IMPORTED, "text", null, call.durationMs(), 2, utterances);
        return CallTranscribed.ofText(new CallId(call.id()), metadata(call), steps.apply(transcript));
    }

    private static CallMetadata metadata(MonthCall call) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("simulated", "true");
        if (call.forwarded()) {
            attributes.put("transferred", "true");
        }
        String number = call.number();
        CustomerRef customer =
                number == null ? null : new CustomerRef(Sha256.hex(number), number.substring(number.length() - 4));
        return new CallMetadata(
                call.startedAt(),
                call.agent().id(),
                call.agent().name(),
                call.agent().team(),
                call.queue(),
                call.direction(),
                customer,
                call.product(),
                "ru",
                List.of(Party.CUSTOMER, Party.AGENT),
                null,
                attributes);
    }
}
