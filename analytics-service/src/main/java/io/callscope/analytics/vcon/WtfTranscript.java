package io.callscope.analytics.vcon;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.store.CallDetail.StoredTranscript;
import io.callscope.model.call.Party;
import io.callscope.model.json.EventJson;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A transcript in the World Transcription Format: an utterance is a segment, its words stand in one list for all. An
 * utterance's channel is a field of our own. Stateless, thread-safe.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-howe-vcon-wtf-extension/">WTF extension of vCon</a>
 */
final class WtfTranscript {
    private static final JsonMapper JSON = EventJson.mapper();

    private WtfTranscript() {}

    static ObjectNode of(StoredTranscript stored, List<Party> parties) {
        Transcript transcript = stored.transcript();
        ObjectNode body = JSON.createObjectNode();
        ObjectNode whole = body.putObject("transcript");
        whole.put("text", transcript.utterances().stream().map(Utterance::text).collect(Collectors.joining("\n")));
        whole.put("language", transcript.language());
        whole.put("duration", VconDocument.seconds(transcript.durationMs()));
        transcript.confidence().ifPresent(confidence -> whole.put("confidence", confidence));
        ArrayNode segments = body.putArray("segments");
        ArrayNode words = body.putArray("words");
        for (Utterance utterance : transcript.utterances()) {
            int speaker = parties.indexOf(utterance.party());
            segment(segments.addObject(), utterance, speaker, words);
        }
        ObjectNode metadata = body.putObject("metadata");
        metadata.put("created_at", stored.transcribedAt().toString());
        metadata.put("processed_at", stored.transcribedAt().toString());
        metadata.put("provider", transcript.source() == TranscriptSource.RECOGNISED ? "vosk" : "imported");
        metadata.put("model", transcript.asrModelId());
        ObjectNode audio = metadata.putObject("audio");
        audio.put("duration", VconDocument.seconds(transcript.durationMs()));
        audio.put("channels", transcript.channelCount());
        ObjectNode speakers = body.putObject("speakers");
        for (int i = 0; i < parties.size(); i++) {
            speakers.putObject(Integer.toString(i))
                    .put("id", i)
                    .put("label", parties.get(i).id());
        }
        ObjectNode own = body.putObject("extensions").putObject("callscope");
        own.set("parties", JSON.valueToTree(transcript.parties()));
        own.set("warnings", JSON.valueToTree(transcript.warnings()));
        if (transcript.textVersion() != null) {
            own.put("textVersion", transcript.textVersion());
        }
        return body;
    }

    private static void segment(ObjectNode segment, Utterance utterance, int speaker, ArrayNode words) {
        segment.put("id", utterance.id());
        segment.put("start", VconDocument.seconds(utterance.startMs()));
        segment.put("end", VconDocument.seconds(utterance.endMs()));
        segment.put("text", utterance.text());
        if (utterance.confidence() != null) {
            segment.put("confidence", utterance.confidence());
        }
        segment.put("speaker", speaker);
        segment.put("channel", utterance.channel());
        ArrayNode places = segment.putArray("words");
        for (Word word : utterance.words()) {
            places.add(words.size());
            words.addObject()
                    .put("id", words.size() - 1)
                    .put("start", VconDocument.seconds(word.startMs()))
                    .put("end", VconDocument.seconds(word.endMs()))
                    .put("text", word.text())
                    .put("confidence", word.confidence())
                    .put("speaker", speaker);
        }
    }
}
