package io.callscope.transcribe.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.statistics.WordAligner;
import io.callscope.transcribe.model.FetchProgress;
import io.callscope.transcribe.model.ModelCatalogue;
import io.callscope.transcribe.model.ModelStore;
import io.callscope.transcribe.model.RemoteDownload;
import io.callscope.transcribe.recognize.ChannelRecognition;
import io.callscope.transcribe.recognize.SpeechRecognizer;
import io.callscope.transcribe.recognize.VoskRecognizers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same half minute of speech in every format of {@code docs/formats.md}: what is recognised in it, against what is
 * recognised in WAV. Real speech, a real model, fetched as a user fetches it.
 */
class FormatsIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path CALL = ROOT.resolve("deploy/demo/spoken/calls/demo-en-04.opus");

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
                new ModelStore(
                        ModelCatalogue.load(ROOT.resolve("deploy/config/models.yaml")),
                        Path.of(modelsDir),
                        new RemoteDownload(),
                        FetchProgress.silent(),
                        Clock.systemUTC()),
                "balanced",
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

    @ParameterizedTest
    @EnumSource(RecorderFormat.class)
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

    /** Both parties of a demo call, mixed. */
    private static short[] speech(int rateHz) throws InterruptedException {
        CollectedPcm pcm = new CollectedPcm();
        DECODER.decode(CALL, rateHz, pcm);
        short[] customer = pcm.channel(0);
        short[] agent = pcm.channel(1);
        short[] mixed = new short[Math.min(customer.length, 30 * rateHz)];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, customer[i] + agent[i]));
        }
        return mixed;
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
