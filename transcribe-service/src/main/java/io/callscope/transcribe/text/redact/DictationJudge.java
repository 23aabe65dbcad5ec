package io.callscope.transcribe.text.redact;

import io.callscope.model.transcript.SensitiveData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a dictation is, from what was said about it and from its digits. Immutable, thread-safe. */
final class DictationJudge {
    /** So many digits in a row are never left in a transcript. */
    static final int LONG = 7;

    private static final int LEAST_CARD_SAID = 8;
    private static final int LEAST_CARD_BEHIND_CODE = 9;
    private static final int LEAST_CARD_UNSAID = 13;
    private static final int LEAST_PHONE_SAID = 5;
    private static final int LEAST_PASSPORT_SAID = 4;
    private static final int LEAST_STATE_NUMBER_SAID = 8;

    private final PhoneNumbers phones;

    DictationJudge(String language) {
        this.phones = PhoneNumbers.of(language);
    }

    /**
     * What it is; null when it is nothing that must go. The security code of a card is too short to be known by its
     * digits and is not looked for here.
     *
     * @param said what it was said to be; null when nothing was said
     */
    @Nullable
    SensitiveData judge(Dictation dictation, Cues.@Nullable Kind said) {
        SensitiveData told = said == null ? null : told(dictation, said);
        if (told != null) {
            return told;
        }
        String digits = dictation.digits();
        if (holdsCard(dictation.parts())) {
            return SensitiveData.CARD;
        }
        if (said == Cues.Kind.OTHER) {
            return digits.length() >= LONG ? SensitiveData.NUMBER : null;
        }
        if (phones.match(digits, dictation.plus()) || holdsPhone(dictation)) {
            return SensitiveData.PHONE;
        }
        if (CheckDigits.isSnils(digits)) {
            return SensitiveData.SNILS;
        }
        if (CheckDigits.isInn(digits)) {
            return SensitiveData.INN;
        }
        return digits.length() >= LONG ? SensitiveData.NUMBER : null;
    }

    /** By what was said; the number of digits may be off where a recogniser lost or doubled some. */
    private @Nullable SensitiveData told(Dictation dictation, Cues.Kind said) {
        int length = dictation.length();
        return switch (said) {
            // behind a question for the code, up to eight digits are the code said twice or with the date of expiry
            case CARD -> isCardSaid(dictation, LEAST_CARD_SAID) ? SensitiveData.CARD : null;
            case CVV -> isCardSaid(dictation, LEAST_CARD_BEHIND_CODE) ? SensitiveData.CARD : null;
            case PHONE ->
                length >= LEAST_PHONE_SAID && (holdsPhone(dictation) || !holdsCard(dictation.parts()))
                        ? SensitiveData.PHONE
                        : null;
            case SNILS -> length >= LEAST_STATE_NUMBER_SAID ? SensitiveData.SNILS : null;
            case INN -> length >= LEAST_STATE_NUMBER_SAID ? SensitiveData.INN : null;
            case PASSPORT -> length >= LEAST_PASSPORT_SAID ? SensitiveData.PASSPORT : null;
            case EMAIL, EXPIRY, OTHER -> null;
        };
    }

    private boolean isCardSaid(Dictation dictation, int least) {
        int length = dictation.length();
        boolean phone = length < LEAST_CARD_UNSAID && phones.match(dictation.digits(), dictation.plus());
        return length >= least && !phone;
    }

    /** Whether figures in a row are a card's number: corrections and repetitions may stand around it. */
    private static boolean holdsCard(List<Figures> parts) {
        for (int from = 0; from < parts.size(); from++) {
            StringBuilder digits = new StringBuilder();
            for (int to = from; to < parts.size() && digits.length() <= 19; to++) {
                digits.append(parts.get(to).digits());
                // within a longer row only a full number of 16 is taken for one: others pass by chance
                boolean whole = from == 0 && to == parts.size() - 1;
                if ((whole || digits.length() == 16) && CheckDigits.isCard(digits.toString())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a telephone number ends or begins it: repeated, or corrected. */
    private boolean holdsPhone(Dictation dictation) {
        String digits = dictation.digits();
        if (digits.length() < 12 || digits.length() > 24) {
            return false;
        }
        StringBuilder head = new StringBuilder();
        for (Figures part : dictation.parts()) {
            head.append(part.digits());
            String tail = digits.substring(head.length());
            if (head.length() >= 10 && phones.match(head.toString(), dictation.plus())
                    || tail.length() >= 10 && phones.match(tail, false)) {
                return true;
            }
        }
        return false;
    }
}
