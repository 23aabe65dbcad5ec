package io.callscope.transcribe.text.redact;

import io.callscope.model.transcript.SensitiveData;
import io.callscope.transcribe.text.rewrite.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the personal data of a call in one language, line by line. Immutable, thread-safe. */
public final class Redactor {
    /** How long behind a dictation the other may repeat some of it. */
    private static final long ECHO_MS = 20_000;

    private static final int LEAST_ECHO = 4;
    private static final int LEAST_ECHO_BETWEEN = 3;

    private final Set<SensitiveData> kinds;
    private final Speech speech;
    private final EmailFinder emails;
    private final DictationFinder dictations;
    private final DictationJudge judge;

    /**
     * @param kinds what is looked for
     */
    public Redactor(String language, Set<SensitiveData> kinds) {
        this.kinds = Set.copyOf(kinds);
        this.speech = Speech.of(language);
        this.emails = new EmailFinder(language);
        this.dictations = new DictationFinder(language);
        this.judge = new DictationJudge(language);
    }

    /**
     * A stretch of tokens of a line that must go.
     *
     * @param kind what it is
     * @param from its first token
     * @param to one past its last
     */
    public record Stretch(SensitiveData kind, int from, int to) {}

    /** By line, what must go: in order, none overlapping. */
    public List<List<Stretch>> find(List<Line> lines) {
        List<Finding> findings = new ArrayList<>();
        List<BitSet> taken = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<Finding> found = emails.find(lines.get(i), i);
            BitSet tokens = new BitSet();
            found.forEach(finding -> tokens.set(finding.from(), finding.to()));
            taken.add(tokens);
            findings.addAll(found);
        }
        Cues cues = new Cues(lines, speech);
        judged(lines, dictations.find(lines, taken, cues), cues)
                .forEach((dictation, kind) -> addParts(dictation, kind, findings));
        return byLine(lines.size(), findings);
    }

    private Map<Dictation, SensitiveData> judged(List<Line> lines, List<Dictation> all, Cues cues) {
        Map<Dictation, SensitiveData> judged = new HashMap<>();
        for (Dictation dictation : all) {
            SensitiveData kind = judge.judge(dictation, said(dictation, cues));
            if (kind != null) {
                judged.put(dictation, kind);
            }
        }
        for (Dictation code : new SecurityCodes(lines, cues).among(all)) {
            if (judged.get(code) != SensitiveData.CARD) {
                judged.put(code, SensitiveData.CVV);
            }
        }
        judged.putAll(echoes(lines, all, judged));
        return judged;
    }

    private static Cues.@Nullable Kind said(Dictation dictation, Cues cues) {
        Cues.Kind before =
                cues.before(dictation.first().line(), dictation.first().from());
        return before != null
                ? before
                : cues.after(dictation.last().line(), dictation.last().to());
    }

    /** What the other repeats of a dictation, as agents do group by group. */
    private static Map<Dictation, SensitiveData> echoes(
            List<Line> lines, List<Dictation> all, Map<Dictation, SensitiveData> judged) {
        Map<Dictation, SensitiveData> echoes = new HashMap<>();
        judged.forEach((dictation, kind) -> {
            String digits = dictation.digits();
            long begun = lines.get(dictation.first().line()).utterance().startMs();
            long ended = lines.get(dictation.last().line()).utterance().endMs();
            for (Dictation other : all) {
                long at = lines.get(other.first().line()).utterance().startMs();
                boolean another = at >= begun && !other.voice().equals(dictation.voice());
                boolean between = at <= ended && other.length() >= LEAST_ECHO_BETWEEN;
                boolean repeats =
                        at <= ended + ECHO_MS && other.length() >= LEAST_ECHO && digits.contains(other.digits());
                if (another && (between || repeats)) {
                    echoes.put(other, kind);
                }
            }
        });
        echoes.keySet().removeAll(judged.keySet());
        return echoes;
    }

    private static void addParts(Dictation dictation, SensitiveData kind, List<Finding> findings) {
        List<Figures> parts = dictation.parts();
        int from = 0;
        for (int i = 1; i <= parts.size(); i++) {
            if (i == parts.size() || parts.get(i).line() != parts.get(from).line()) {
                Figures first = parts.get(from);
                findings.add(new Finding(
                        kind, first.line(), first.from(), parts.get(i - 1).to()));
                from = i;
            }
        }
    }

    private List<List<Stretch>> byLine(int lines, List<Finding> findings) {
        List<List<Stretch>> byLine = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            int line = i;
            byLine.add(findings.stream()
                    .filter(finding -> finding.line() == line && kinds.contains(finding.kind()))
                    .sorted(Comparator.comparingInt(Finding::from))
                    .map(finding -> new Stretch(finding.kind(), finding.from(), finding.to()))
                    .toList());
        }
        return byLine;
    }
}
