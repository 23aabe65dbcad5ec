package io.callscope.transcribe.text.redact;

import io.callscope.model.transcript.SensitiveData;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which personal data are taken out of transcripts. Everything is, unless switched off here: that is a deliberate
 * choice, which the log repeats at every start.
 *
 * @param card numbers of payment cards; default true
 * @param cvv security codes of cards; default true
 * @param phone telephone numbers; default true
 * @param snils СНИЛС, the Russian insurance number; default true
 * @param inn ИНН, the Russian taxpayer number; default true
 * @param passport series and numbers of passports; default true
 * @param email e-mail addresses; default true
 * @param number any other run of seven digits or more; default true
 */
public record RedactionConfig(
        Boolean card,
        Boolean cvv,
        Boolean phone,
        Boolean snils,
        Boolean inn,
        Boolean passport,
        Boolean email,
        Boolean number) {
    /** Takes everything out. */
    public static final RedactionConfig ALL = new RedactionConfig(true, true, true, true, true, true, true, true);

    public RedactionConfig {
        card = card == null || card;
        cvv = cvv == null || cvv;
        phone = phone == null || phone;
        snils = snils == null || snils;
        inn = inn == null || inn;
        passport = passport == null || passport;
        email = email == null || email;
        number = number == null || number;
    }

    /** What is taken out. */
    public Set<SensitiveData> kinds() {
        Set<SensitiveData> kinds = EnumSet.noneOf(SensitiveData.class);
        for (SensitiveData kind : SensitiveData.values()) {
            if (isOn(kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private boolean isOn(SensitiveData kind) {
        return switch (kind) {
            case CARD -> card;
            case CVV -> cvv;
            case PHONE -> phone;
            case SNILS -> snils;
            case INN -> inn;
            case PASSPORT -> passport;
            case EMAIL -> email;
            case NUMBER -> number;
        };
    }
}
