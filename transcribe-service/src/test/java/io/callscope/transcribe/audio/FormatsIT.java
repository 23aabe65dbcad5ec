package io.callscope.transcribe.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.statistics.WordAligner;
import io.callscope.transcribe.model.ModelStore;
import io.callscope.transcribe.recognize.ChannelRecognition;
import io.callscope.transcribe.recognize.SpeechRecognizer;
import io.callscope.transcribe.recognize.VoskRecognizers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same half minute of speech in every format of {@code docs/formats.md}: what is recognised in it, against what is
 * recognised in WAV. Real speech, a real model, fetched as a user fetches it.
 */
class FormatsIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path CALLS = ROOT.resolve("deploy/demo/spoken/calls");
    /** Customers with clear voices: what is hardly heard at all says nothing of a codec. */
    private static final List<String> SPEAKERS = List.of("demo-en-18.opus", "demo-en-23.opus");

    private static final AudioDecoder DECODER = new AudioDecoder(AudioLimits.DEFAULT);
    /** Formats that decode to the same samples need not be recognised twice. */
    private static final Map<Integer, List<String>> HEARD = new HashMap<>();

    private static VoskRecognizers recognizers;
    private static SpeechRecognizer vosk;
    private static List<String> reference;

    @TempDir
    static Path folder;

    @BeforeAll
    static void hearTheReference() throws Exception {
        String modelsDir = System.getProperty(
                "callscope.models", ROOT.resolve(".callscope/models").toString());
        recognizers = new VoskRecognizers(
                ModelStore.open(ROOT.resolve("deploy/config/models.yaml"), Path.of(modelsDir), Clock.systemUTC()),
                "accurate",
                false,
                Clock.systemUTC());
        vosk = recognizers.of("en");
        reference = heard(write(Wav.of(8_000, speech(8_000)).bytes()));
        assertThat(reference).as("words in WAV").hasSizeGreaterThan(60);
    }

    @AfterAll
    static void close() {
        if (recognizers != null) {
            recognizers.close();
        }
    }

    /** Recognition takes seconds a row: a build hears some of each kind. */
    static Collection<RecorderFormat> rows() {
        return System.getProperty("callscope.formats", "few").equals("all")
                ? EnumSet.allOf(RecorderFormat.class)
                : EnumSet.of(RecorderFormat.WAV_GSM, RecorderFormat.MP3, RecorderFormat.RAW_G729);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsHeardIsWhatIsHeardInWav(RecorderFormat format) throws Exception {
        // Given its lowest rate, which loses most; that the others decode well is measured with tones
        int rateHz = format.ratesHz().get(0);
        Path recording = write(format.encode(rateHz, speech(rateHz)));
        if (format.headerless() != null) {
            HeaderlessRecording.addHeader(recording, format.headerless().payload());
        }

        // When
        List<String> words = heard(recording);

        // Then
        double wer = WordAligner.align(reference, words).counts().wer();
        System.out.printf(Locale.ROOT, "%s at %d Hz: word error rate against WAV %.3f%n", format, rateHz, wer);
        assertThat(wer)
                .as("word error rate of %s at %d Hz against WAV; heard %s", format, rateHz, words)
                .isLessThanOrEqualTo(format.highestWer());
    }

    /** Half a minute of the customers, as loud as a recorder with gain control has them. */
    private static short[] speech(int rateHz) throws InterruptedException {
        short[] speech = new short[30 * rateHz];
        int length = 0;
        for (String speaker : SPEAKERS) {
            CollectedPcm pcm = new CollectedPcm();
            DECODER.decode(CALLS.resolve(speaker), rateHz, pcm);
            short[] said = ClearSpeech.of(pcm.channel(0), rateHz);
            int taken = Math.min(said.length, speech.length - length);
            System.arraycopy(said, 0, speech, length, taken);
            length += taken;
        }
        return Arrays.copyOf(speech, length);
    }

    private static Path write(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("recording"), bytes);
    }

    private static List<String> heard(Path recording) throws Exception {
        CollectedPcm pcm = new CollectedPcm();
        DECODER.decode(recording, vosk.model().sampleRateHz(), pcm);
        short[] samples = pcm.channel(0);
        int hash = Arrays.hashCode(samples);
        if (!HEARD.containsKey(hash)) {
            HEARD.put(hash, recognised(pcm));
        }
        return HEARD.get(hash);
    }

    private static List<String> recognised(CollectedPcm pcm) {
        try (ChannelRecognition recognition = vosk.begin()) {
            for (short[][] chunk : pcm.chunks()) {
                recognition.accept(chunk[0], chunk[0].length);
            }
            List<String> words = new ArrayList<>();
            recognition.finish().forEach(phrase -> phrase.words().forEach(word -> words.add(word.text())));
            return words;
        }
    }
}
