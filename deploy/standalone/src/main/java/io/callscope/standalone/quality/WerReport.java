package io.callscope.standalone.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.model.call.Party;
import io.callscope.statistics.ErrorCounts;
import io.callscope.statistics.Interval;
import io.callscope.statistics.KeywordCounts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Prints scores for people, and gives the figures as JSON. */
final class WerReport {
    private static final int MOST_PHRASES = 20;
    private static final double CONFIDENCE = 0.95;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;

    WerReport(PrintWriter out) {
        this.out = out;
    }

    void head() {
        line(
                "%-24s %-9s %6s %4s %4s %4s %6s %6s %8s %8s %5s",
                "call", "party", "words", "sub", "del", "ins", "WER", "CER", "WER raw", "CER raw", "conf");
    }

    void call(CallScore call) {
        for (PartyScore party : call.parties()) {
            row(call.name(), party.party(), party, call.confidence());
        }
        out.flush();
    }

    private void row(String name, Party party, PartyScore score, OptionalDouble confidence) {
        ErrorCounts words = score.words();
        line(
                "%-24s %-9s %6d %4d %4d %4d %6.3f %6.3f %8.3f %8.3f %5s",
                name,
                party.id(),
                words.reference(),
                words.substitutions(),
                words.deletions(),
                words.insertions(),
                words.wer(),
                score.characters().cer(),
                score.rawWords().wer(),
                score.rawCharacters().cer(),
                confidence.isPresent() ? String.format(Locale.ROOT, "%.2f", confidence.getAsDouble()) : "-");
    }

    void pooled(PooledScore score) {
        ErrorCounts words = score.words();
        for (Party party : Party.values()) {
            ErrorCounts of = score.of(party);
            if (of.reference() > 0) {
                line("all calls, %s: WER %.3f of %d words", party.id(), of.wer(), of.reference());
            }
        }
        line(
                "all calls: WER %.3f%s, MER %.3f, WIL %.3f, CER %.3f; as written: WER %.3f, CER %.3f",
                words.wer(),
                shown(score.interval()),
                words.mer(),
                words.wil(),
                score.characters(PartyScore::characters).cer(),
                score.rawWords().wer(),
                score.characters(PartyScore::rawCharacters).cer());
        line("each party held against itself: WER %.3f", score.roleFixed().wer());
        keywords(score);
        for (PooledScore.Band band : score.byConfidence()) {
            line(
                    "confidence %.2f to %.2f: WER %.3f (%d calls)",
                    band.least(), band.most(), band.words().wer(), band.calls());
        }
    }

    private void keywords(PooledScore score) {
        KeywordCounts all = score.keywords();
        if (all.said() == 0) {
            line("none of the codebook's phrases is said in the references");
            return;
        }
        line(
                "phrases of the codebook: %d of %d recognised, recall %.3f%s, precision %s",
                all.hits(),
                all.said(),
                all.recall().orElse(0),
                shown(all.recallInterval(CONFIDENCE)),
                all.precision().isPresent()
                        ? String.format(Locale.ROOT, "%.3f", all.precision().getAsDouble())
                        : "-");
        List<Map.Entry<String, KeywordCounts>> missed = score.phrases().entrySet().stream()
                .filter(phrase -> phrase.getValue().hits() < phrase.getValue().said())
                .toList();
        missed.stream()
                .limit(MOST_PHRASES)
                .forEach(phrase -> line(
                        "  %d of %d%s  %s",
                        phrase.getValue().hits(),
                        phrase.getValue().said(),
                        shown(phrase.getValue().recallInterval(CONFIDENCE)),
                        phrase.getKey()));
        if (missed.size() > MOST_PHRASES) {
            line("  and %d phrases more that were missed", missed.size() - MOST_PHRASES);
        }
    }

    /** The figures by name; what cannot be estimated is null. */
    ObjectNode json(PooledScore score, String normaliser) {
        ObjectNode json = JSON.createObjectNode();
        json.put("calls", score.calls().size());
        json.put("words", score.words().reference());
        put(json, "wer", score.words().wer());
        interval(json, "lower", "upper", score.interval());
        put(json, "mer", score.words().mer());
        put(json, "wil", score.words().wil());
        put(json, "cer", score.characters(PartyScore::characters).cer());
        put(json, "roleFixedWer", score.roleFixed().wer());
        put(json, "rawWer", score.rawWords().wer());
        put(json, "rawCer", score.characters(PartyScore::rawCharacters).cer());
        ObjectNode keywords = json.putObject("keywords");
        keywords.put("said", score.keywords().said());
        keywords.put("hits", score.keywords().hits());
        OptionalDouble recall = score.keywords().recall();
        if (recall.isPresent()) {
            put(keywords, "recall", recall.getAsDouble());
        } else {
            keywords.putNull("recall");
        }
        interval(keywords, "lower", "upper", score.keywords().recallInterval(CONFIDENCE));
        json.put("normaliser", normaliser);
        return json;
    }

    static void interval(ObjectNode json, String lower, String upper, Optional<Interval> interval) {
        if (interval.isPresent()) {
            put(json, lower, interval.get().lower());
            put(json, upper, interval.get().upper());
        } else {
            json.putNull(lower);
            json.putNull(upper);
        }
    }

    static void put(ObjectNode json, String name, double value) {
        json.put(name, Math.round(value * 10_000) / 10_000.0);
    }

    static String shown(Optional<Interval> interval) {
        return interval.map(i -> String.format(Locale.ROOT, " (%.3f to %.3f)", i.lower(), i.upper()))
                .orElse("");
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
