package io.callscope.analytics.talk;

import io.callscope.model.hash.Sha256;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What counts as what in the talk of a call.
 *
 * @param deadAirFrom silence of both from this length on is dead air, 1 s to 10 min; default 5 s
 * @param holdFrom silence from this length on may be a hold, not shorter than dead air; default 15 s
 * @param holdLevelDbfs what sounds in it at least, decibels relative to full scale, −60 to 0, is music; default −36
 * @param overtalkFrom both speak at once from this length on, 0 to 5 s: parties often touch by a few hundredths; default
 *     200 ms
 * @param interruptionFrom overtalk that ends the other's turn counts from this length on, not shorter than overtalk: a
 *     last syllable is no turn; default 500 ms
 * @param holdPhrases by language, what the agent says before he puts somebody on hold
 * @param farewells by language, how people take their leave
 */
public record TalkSettings(
        Duration deadAirFrom,
        Duration holdFrom,
        Double holdLevelDbfs,
        Duration overtalkFrom,
        Duration interruptionFrom,
        Map<String, List<String>> holdPhrases,
        Map<String, List<String>> farewells) {
    private static final Map<String, List<String>> HOLD_PHRASES = Map.of(
            "ru",
            List.of(
                    "оставайтесь на линии",
                    "ожидайте на линии",
                    "не кладите трубку",
                    "подождите минуту",
                    "подождите минутку",
                    "минуту подождите",
                    "одну минуту",
                    "сейчас проверю",
                    "сейчас уточню",
                    "переключаю вас",
                    "перевожу вас"),
            "en",
            List.of(
                    "hold on",
                    "stay on the line",
                    "hold the line",
                    "put you on hold",
                    "one moment",
                    "just a moment",
                    "bear with me",
                    "let me check",
                    "transfer you"));

    private static final Map<String, List<String>> FAREWELLS = Map.of(
            "ru",
            List.of("до свидания", "всего доброго", "всего хорошего", "хорошего дня", "до связи", "пока"),
            "en",
            List.of("goodbye", "good bye", "bye", "have a nice day", "have a good day", "take care"));

    public TalkSettings {
        deadAirFrom = deadAirFrom == null ? Duration.ofSeconds(5) : deadAirFrom;
        holdFrom = holdFrom == null ? Duration.ofSeconds(15) : holdFrom;
        holdLevelDbfs = holdLevelDbfs == null ? -36.0 : holdLevelDbfs;
        overtalkFrom = overtalkFrom == null ? Duration.ofMillis(200) : overtalkFrom;
        interruptionFrom = interruptionFrom == null ? Duration.ofMillis(500) : interruptionFrom;
        holdPhrases = holdPhrases == null ? HOLD_PHRASES : checked(holdPhrases);
        farewells = farewells == null ? FAREWELLS : checked(farewells);
        require("deadAirFrom", deadAirFrom, Duration.ofSeconds(1), Duration.ofMinutes(10));
        require("holdFrom", holdFrom, deadAirFrom, Duration.ofHours(1));
        require("overtalkFrom", overtalkFrom, Duration.ZERO, Duration.ofSeconds(5));
        require("interruptionFrom", interruptionFrom, overtalkFrom, Duration.ofSeconds(30));
        if (!(holdLevelDbfs >= -60 && holdLevelDbfs <= 0)) {
            throw new IllegalArgumentException("holdLevelDbfs %s: expected -60 to 0".formatted(holdLevelDbfs));
        }
    }

    private static void require(String what, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s %s: expected %s to %s".formatted(what, value, least, most));
        }
    }

    private static Map<String, List<String>> checked(Map<String, List<String>> phrases) {
        phrases.forEach((language, some) -> {
            if (some.stream().anyMatch(phrase -> SpokenPhrases.normal(phrase).isBlank())) {
                throw new IllegalArgumentException("a phrase of language \"%s\" has no word".formatted(language));
            }
        });
        return Map.copyOf(phrases);
    }

    public static TalkSettings defaults() {
        return new TalkSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                -36.0,
                Duration.ofMillis(200),
                Duration.ofMillis(500),
                HOLD_PHRASES,
                FAREWELLS);
    }

    /** SHA-256 in hex over all of it: part of each result's version. */
    public String hash() {
        String all = String.join(
                "\u0000",
                TalkMeasure.VERSION,
                deadAirFrom.toString(),
                holdFrom.toString(),
                holdLevelDbfs.toString(),
                overtalkFrom.toString(),
                interruptionFrom.toString(),
                new TreeMap<>(holdPhrases).toString(),
                new TreeMap<>(farewells).toString());
        return Sha256.hex(all);
    }
}
