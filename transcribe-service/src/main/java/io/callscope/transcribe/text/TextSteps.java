package io.callscope.transcribe.text;

import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.SensitiveData;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import io.callscope.transcribe.text.correct.CorrectionMap.Corrected;
import io.callscope.transcribe.text.correct.Corrections;
import io.callscope.transcribe.text.numbers.LongAmounts;
import io.callscope.transcribe.text.numbers.LongAmounts.LongAmount;
import io.callscope.transcribe.text.numbers.NumberWriter;
import io.callscope.transcribe.text.numbers.WrittenNumber;
import io.callscope.transcribe.text.redact.RedactionConfig;
import io.callscope.transcribe.text.redact.Redactor;
import io.callscope.transcribe.text.redact.Redactor.Stretch;
import io.callscope.transcribe.text.rewrite.Edit;
import io.callscope.transcribe.text.rewrite.Line;
import io.callscope.transcribe.text.rewrite.LineRewriter;
import io.callscope.transcribe.text.token.TextToken;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done to every transcript, recognised or imported, before it leaves the service: personal data are taken out,
 * then names corrected, then numbers written in digits. Thread-safe.
 */
public final class TextSteps {
    /** Grows with every change of the rules that changes a text. */
    static final int CODE_VERSION = 1;

    private static final Logger LOGGER = LoggerFactory.getLogger(TextSteps.class);
    private static final int HASH_LENGTH = 12;

    private final Corrections corrections;
    private final Set<SensitiveData> kinds;
    private final String version;

    /** Corrects nothing and takes every personal data out. */
    public TextSteps() {
        this(Corrections.NONE, RedactionConfig.ALL);
    }

    /**
     * @param corrections of names and products
     * @param redaction what is taken out
     */
    public TextSteps(Corrections corrections, RedactionConfig redaction) {
        this.corrections = Objects.requireNonNull(corrections, "corrections");
        this.kinds = redaction.kinds();
        Set<SensitiveData> kept = EnumSet.allOf(SensitiveData.class);
        kept.removeAll(kinds);
        this.version = "%d/%s%s"
                .formatted(
                        CODE_VERSION,
                        corrections.hash().substring(0, HASH_LENGTH),
                        kept.isEmpty()
                                ? ""
                                : "/"
                                        + String.join(
                                                ",",
                                                kept.stream()
                                                        .map(kind -> "-" + kind.id())
                                                        .toList()));
        for (SensitiveData kind : kept) {
            LOGGER.atWarn().addKeyValue("reason", kind.id()).log("personal data stay in transcripts: redaction is off");
        }
    }

    /** As configured. */
    public static TextSteps of(TextConfig config) {
        return new TextSteps(
                config.corrections() == null ? Corrections.NONE : Corrections.load(config.corrections()),
                config.redaction());
    }

    /** Names the rules, the site's corrections and what is not taken out. */
    public String version() {
        return version;
    }

    /** The same call as it is written and may be read. What an earlier version wrote is done anew. */
    public Transcript apply(Transcript transcript) {
        List<Said> said = transcript.utterances().stream().map(Said::of).toList();
        List<Line> lines = said.stream().map(each -> new Line(each.utterance())).toList();
        List<List<Stretch>> stretches = new Redactor(transcript.language(), kinds).find(lines);
        NumberWriter writer = NumberWriter.of(transcript.language());
        List<Utterance> utterances = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            utterances.add(written(lines.get(i), said.get(i), stretches.get(i), transcript.language(), writer));
        }
        return transcript.withUtterances(utterances).withTextVersion(version);
    }

    private Utterance written(Line line, Said said, List<Stretch> stretches, String language, NumberWriter writer) {
        List<Edit> edits = new ArrayList<>();
        BitSet taken = new BitSet();
        for (Edit gone : said.redactions()) {
            edits.add(gone);
            takeCharacters(line, gone, taken);
        }
        for (Stretch stretch : stretches) {
            if (taken.get(stretch.from(), stretch.to()).isEmpty()) {
                edits.add(redaction(line, stretch));
                taken.set(stretch.from(), stretch.to());
            }
        }
        addLongAmounts(line, language, taken, edits);
        for (int[] free : free(line, taken)) {
            for (Corrected corrected :
                    corrections.of(language).find(line.forms().subList(free[0], free[1]))) {
                int from = free[0] + corrected.from();
                int to = free[0] + corrected.to();
                add(edits, line, Rewrite.Kind.CORRECTION, from, to, corrected.written());
                taken.set(from, to);
            }
        }
        for (int[] free : free(line, taken)) {
            for (WrittenNumber number : writer.write(line.forms().subList(free[0], free[1]))) {
                add(edits, line, Rewrite.Kind.NUMBER, free[0] + number.from(), free[0] + number.to(), number.text());
            }
        }
        return LineRewriter.apply(line, edits);
    }

    /** Digits in a row that were not taken out are an amount. */
    private void addLongAmounts(Line line, String language, BitSet taken, List<Edit> edits) {
        if (!kinds.contains(SensitiveData.NUMBER)) {
            return;
        }
        for (LongAmount amount : LongAmounts.in(line.utterance().text(), language)) {
            Edit edit = new Edit(amount.start(), amount.end(), Rewrite.Kind.NUMBER, null, amount.text(), amount.text());
            BitSet tokens = new BitSet();
            takeCharacters(line, edit, tokens);
            if (!tokens.intersects(taken)) {
                edits.add(edit);
                taken.or(tokens);
            }
        }
    }

    private static void takeCharacters(Line line, Edit edit, BitSet taken) {
        for (int i = 0; i < line.size(); i++) {
            TextToken token = line.tokens().get(i);
            if (token.start() < edit.end() && token.end() > edit.start()) {
                taken.set(i);
            }
        }
    }

    /** A plus or a bracket right before the digits belongs to them. */
    private static Edit redaction(Line line, Stretch stretch) {
        int start = line.tokens().get(stretch.from()).start();
        String text = line.utterance().text();
        while (start > 0 && "+(".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return Edit.redaction(start, line.tokens().get(stretch.to() - 1).end(), stretch.kind());
    }

    private static void add(List<Edit> edits, Line line, Rewrite.Kind kind, int from, int to, String written) {
        int start = line.tokens().get(from).start();
        int end = line.tokens().get(to - 1).end();
        if (!line.utterance().text().substring(start, end).equals(written)) {
            edits.add(Edit.of(kind, start, end, written));
        }
    }

    /** Stretches of tokens that nothing but space or a hyphen parts and nothing has taken. */
    private static List<int[]> free(Line line, BitSet taken) {
        List<int[]> free = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= line.size(); i++) {
            boolean parted =
                    i < line.size() && i > from && line.before(i).chars().anyMatch(c -> !isJoint(c));
            if (i == line.size() || taken.get(i) || parted) {
                if (i > from) {
                    free.add(new int[] {from, i});
                }
                from = i < line.size() && taken.get(i) ? i + 1 : i;
            }
        }
        return free;
    }

    private static boolean isJoint(int character) {
        return Character.isWhitespace(character) || character == '-' || character == '‑';
    }
}
