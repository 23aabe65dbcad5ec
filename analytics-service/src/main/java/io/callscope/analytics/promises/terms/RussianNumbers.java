package io.callscope.analytics.promises.terms;

import io.callscope.analytics.promises.terms.TermText.RawWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers that terms are said with, as digits; "пятнадцатого" becomes "15го", "полтора часа" "90 минут". Stateless. */
final class RussianNumbers implements TermText.Numbers {
    private static final String ORDINAL = "го";
    private static final Map<String, Integer> CARDINALS = new HashMap<>();
    private static final Map<String, Integer> ORDINALS = new HashMap<>();

    static {
        cardinals("""
                0 ноль ноля нуля
                1 один одного одному одна одной одну одно
                2 два двух две двум пара пару пары парочку
                3 три трех трем
                4 четыре четырех четырем
                5 пять пяти
                6 шесть шести
                7 семь семи
                8 восемь восьми
                9 девять девяти
                10 десять десяти десяток
                11 одиннадцать одиннадцати
                12 двенадцать двенадцати
                13 тринадцать тринадцати
                14 четырнадцать четырнадцати
                15 пятнадцать пятнадцати
                16 шестнадцать шестнадцати
                17 семнадцать семнадцати
                18 восемнадцать восемнадцати
                19 девятнадцать девятнадцати
                20 двадцать двадцати
                30 тридцать тридцати
                40 сорок сорока
                50 пятьдесят пятидесяти
                60 шестьдесят шестидесяти
                70 семьдесят семидесяти
                80 восемьдесят восьмидесяти
                90 девяносто девяноста
                100 сто ста
                """);
        ordinals("""
                1 перв
                2 втор
                4 четверт
                5 пят
                6 шест
                7 седьм
                8 восьм
                9 девят
                10 десят
                11 одиннадцат
                12 двенадцат
                13 тринадцат
                14 четырнадцат
                15 пятнадцат
                16 шестнадцат
                17 семнадцат
                18 восемнадцат
                19 девятнадцат
                20 двадцат
                30 тридцат
                """);
        List.of("третье", "третьего", "третьему").forEach(form -> ORDINALS.put(form, 3));
    }

    private static void cardinals(String table) {
        for (String line : table.strip().split("\n")) {
            String[] parts = line.strip().split(" ");
            for (int i = 1; i < parts.length; i++) {
                CARDINALS.put(parts[i], Integer.valueOf(parts[0]));
            }
        }
    }

    private static void ordinals(String table) {
        for (String line : table.strip().split("\n")) {
            String[] parts = line.strip().split(" ");
            for (String ending : List.of("ое", "ого", "ому")) {
                ORDINALS.put(parts[1] + ending, Integer.valueOf(parts[0]));
            }
        }
    }

    @Override
    public List<RawWord> written(List<RawWord> words) {
        List<RawWord> written = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            RawWord word = words.get(i);
            RawWord next = i + 1 < words.size() ? words.get(i + 1) : null;
            RawWord both = next == null ? null : together(word, next);
            if (both != null) {
                written.add(both);
                i++;
            } else {
                written.add(new RawWord(alone(word.form()), word.startChar(), word.endChar()));
            }
        }
        return written;
    }

    private static @Nullable RawWord together(RawWord word, RawWord next) {
        String form = together(word.form(), next.form());
        return form == null ? null : new RawWord(form, word.startChar(), next.endChar());
    }

    private static @Nullable String together(String form, String next) {
        boolean oneAndAHalf = isOneAndAHalf(form) && isHour(next) || isHour(form) && isOneAndAHalf(next);
        if (oneAndAHalf) {
            return "90 минут";
        }
        if (form.equals("пол") && isHour(next)) {
            return "30 минут";
        }
        int tens = CARDINALS.getOrDefault(form, 0);
        if (tens < 20 || tens % 10 != 0) {
            return null;
        }
        int units = CARDINALS.getOrDefault(next, 0);
        if (units > 0 && units < (tens == 100 ? 100 : 10)) {
            return Integer.toString(tens + units);
        }
        int ordinal = ORDINALS.getOrDefault(next, 0);
        return ordinal > 0 && ordinal < 10 && tens < 100 ? tens + ordinal + ORDINAL : null;
    }

    private static boolean isOneAndAHalf(String form) {
        return form.equals("полтора") || form.equals("полутора") || form.equals("полторы");
    }

    private static boolean isHour(String form) {
        return form.equals("час") || form.equals("часа") || form.equals("часов");
    }

    private static String alone(String form) {
        if (form.equals("полчаса") || form.equals("получаса") || form.equals("полчасика")) {
            return "30 минут";
        }
        // a day and a half ends with the second
        if (isOneAndAHalf(form)) {
            return "2";
        }
        Integer cardinal = CARDINALS.get(form);
        if (cardinal != null) {
            return cardinal.toString();
        }
        Integer ordinal = ORDINALS.get(form);
        return ordinal == null ? form.replaceAll("^(\\d+)-?(го|ого|е|ое|му|ому)$", "$1" + ORDINAL) : ordinal + ORDINAL;
    }
}
