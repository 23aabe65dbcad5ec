package io.callscope.analytics.promises;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells by the words what is promised: the verb decides before the thing, the words of the promise before the rest. */
final class PromiseWords {
    private static final Map<PromiseKind, Pattern> RUSSIAN_VERBS = patterns(Map.of(
            PromiseKind.CALL_BACK,
                    "перезвон\\p{L}+|позвон\\p{L}+|свяж\\p{L}+|верн(?:усь|емся)|набер(?:у|ем|ут)|созвон\\p{L}+",
            PromiseKind.VISIT, "приед\\p{L}+|подъед\\p{L}+|выед\\p{L}+",
            PromiseKind.REFUND,
                    "верн\\p{L}+|зачисл\\p{L}+|начисл\\p{L}+|возмест\\p{L}+|компенсир\\p{L}+|перечисл\\p{L}+",
            PromiseKind.DELIVERY, "привез\\p{L}+|достав\\p{L}+|довез\\p{L}+",
            PromiseKind.ANSWER, "ответ\\p{L}+|сообщ\\p{L}+|проинформир\\p{L}+|уведом\\p{L}+"));
    private static final Map<PromiseKind, Pattern> RUSSIAN_THINGS = patterns(Map.of(
            PromiseKind.REFUND, "деньг\\p{L}+|денеж\\p{L}+|средств\\p{L}+|сумм\\p{L}+|возврат\\p{L}*|перерасчет\\p{L}*",
            PromiseKind.VISIT, "мастер\\p{L}*|инженер\\p{L}*|монтажник\\p{L}*|бригад\\p{L}+",
            PromiseKind.DELIVERY, "курьер\\p{L}*|посылк\\p{L}+|заказ\\p{L}*|товар\\p{L}*",
            PromiseKind.ANSWER,
                    "ответ|письм\\p{L}+|смс|сообщени\\p{L}+|справк\\p{L}+|документ\\p{L}*|почт\\p{L}+|выписк\\p{L}+"));
    private static final Map<PromiseKind, Pattern> ENGLISH_VERBS = patterns(Map.of(
            PromiseKind.CALL_BACK, "call|calls|ring|phone|reach out|get back|follow up|contact",
            PromiseKind.VISIT, "come|visit|come out|be there",
            PromiseKind.REFUND, "refund|credit|reimburse|pay back|money back",
            PromiseKind.DELIVERY, "deliver|delivered|ship|shipped|bring",
            PromiseKind.ANSWER, "email|answer|write|text you|let you know|confirm|reply"));
    private static final Map<PromiseKind, Pattern> ENGLISH_THINGS = patterns(Map.of(
            PromiseKind.REFUND, "refund|money|credit|payment",
            PromiseKind.VISIT, "technician|engineer|crew|installer",
            PromiseKind.DELIVERY, "package|parcel|order|courier|driver|replacement|shipment",
            PromiseKind.ANSWER, "answer|email|letter|letters|documents?|statement|confirmation"));

    private static final Pattern RUSSIAN_PROMISE = Pattern.compile(
            "(?<!\\p{L})(?:перезвон|позвон|набер|свяж|приед|подъед|подойд|выед|привез|довез|достав|верн|зачисл|поступ"
                    + "|перечисл|начисл|прид|отправ|пришл|ответ|сообщ|подключ|отключ|сдела|исправ|почин|восстанов|обнов"
                    + "|рассмотр|подготов|провер|передам|прослеж|проконтрол|обеща|гарант)\\p{L}*");
    private static final Pattern ENGLISH_PROMISE =
            Pattern.compile("(?<!\\p{L})(?:will|going to|promise|guarantee|my word)(?!\\p{L})|\\p{L}'ll(?!\\p{L})");

    private PromiseWords() {}

    /** Whether something is promised in these words, not only said by when. */
    static boolean isPromise(String language, String words) {
        return (language.equals("ru") ? RUSSIAN_PROMISE : ENGLISH_PROMISE)
                .matcher(even(words))
                .find();
    }

    private static Map<PromiseKind, Pattern> patterns(Map<PromiseKind, String> words) {
        Map<PromiseKind, Pattern> patterns = new LinkedHashMap<>();
        for (PromiseKind kind : PromiseKind.values()) {
            String of = words.get(kind);
            if (of != null) {
                patterns.put(kind, Pattern.compile("(?<!\\p{L})(?:" + of + ")(?!\\p{L})"));
            }
        }
        return patterns;
    }

    /**
     * @param words of the promise
     * @param utterance in which they stand
     */
    static PromiseKind kind(String language, String words, String utterance) {
        boolean russian = language.equals("ru");
        Map<PromiseKind, Pattern> verbs = russian ? RUSSIAN_VERBS : ENGLISH_VERBS;
        Map<PromiseKind, Pattern> things = russian ? RUSSIAN_THINGS : ENGLISH_THINGS;
        PromiseKind kind = first(verbs, even(words));
        kind = kind == PromiseKind.OTHER ? first(things, even(words)) : kind;
        kind = kind == PromiseKind.OTHER ? first(verbs, even(utterance)) : kind;
        return kind == PromiseKind.OTHER ? first(things, even(utterance)) : kind;
    }

    private static String even(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static PromiseKind first(Map<PromiseKind, Pattern> patterns, String text) {
        return patterns.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(PromiseKind.OTHER);
    }
}
