package io.callscope.standalone.bench;

import java.util.List;
import java.util.Random;

/**
 * Words as people use them: few of them all the time, most of them hardly ever. The common ones are of the trade, the
 * rest is put together out of syllables. Not thread-safe; the same seed gives the same words.
 */
final class MadeUpTalk {
    private static final List<String> RUSSIAN = List.of(
            ("ну да вот и это не что как на так у же здравствуйте алло меня зовут оператор слушаю вас помочь заказ доставка деньги возврат карта счет"
                            + " договор тариф интернет услуга заявка номер телефон адрес курьер посылка магазин оплата"
                            + " списали подождите минуту сейчас проверю вижу завтра сегодня вчера неделю месяц обещали"
                            + " перезвонить никто звоню третий раз вопрос решить проблема почему когда сколько ждать"
                            + " хочу нужно можно подскажите пожалуйста спасибо хорошо понял поняла ясно срок дата привезут"
                            + " отменить изменить подключить отключить скидка цена дорого качество жалоба руководитель"
                            + " соедините отдел специалист передам обращение ответ сообщение почта ссылка приложение вход"
                            + " пароль код ошибка работает сломалось мастер ремонт гарантия товар размер цвет склад пункт"
                            + " выдачи паспорт чек квитанция баланс бонусы акция условия правила документы подпись")
                    .split(" "));
    private static final List<String> ENGLISH = List.of(
            ("well yes and so this not what how on is the it hello can help you order delivery money refund card account contract plan internet"
                            + " service request number phone address courier parcel store payment charged wait minute let"
                            + " me check see tomorrow today yesterday week month promised call back nobody calling third"
                            + " time question solve problem why when long want need please thank okay understand date"
                            + " cancel change connect discount price expensive quality complaint manager department"
                            + " specialist answer message email link application login password code error works broken"
                            + " repair warranty goods size color warehouse pickup receipt balance bonus terms documents")
                    .split(" "));
    private static final List<String> RUSSIAN_PHRASES =
            List.of("добрый день", "третий раз звоню", "верните деньги", "соедините с руководителем", "всего доброго");
    private static final List<String> ENGLISH_PHRASES = List.of(
            "good afternoon", "the third time", "give me my money back", "talk to a manager", "have a nice day");

    /** Of so many words one is no word but a phrase that people use as one. */
    private static final int PHRASE_EVERY = 50;

    private static final String[] SYLLABLES = {
        "ба", "ве", "го", "ду", "жи", "за", "ки", "ло", "му", "не", "по", "ра", "со", "ти", "фе", "ха", "цо", "чу",
        "ше", "ря"
    };

    /** Different words in all. */
    private static final int WORDS = 20_000;

    private final Random random;

    MadeUpTalk(long seed) {
        this.random = new Random(seed);
    }

    /** Some words of a sentence. */
    String sentence(String language, int words) {
        List<String> common = language.equals("en") ? ENGLISH : RUSSIAN;
        List<String> phrases = language.equals("en") ? ENGLISH_PHRASES : RUSSIAN_PHRASES;
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            sentence.append(i == 0 ? "" : " ")
                    .append(
                            random.nextInt(PHRASE_EVERY) == 0
                                    ? phrases.get(random.nextInt(phrases.size()))
                                    : word(common));
        }
        return sentence.toString();
    }

    /** The rank of a word is spread evenly on a logarithmic scale: Zipf's law. */
    private String word(List<String> common) {
        int rank = (int) Math.exp(random.nextDouble() * Math.log(WORDS)) - 1;
        return rank < common.size() ? common.get(rank) : rare(rank);
    }

    /** The word of a rank that the lists do not reach. */
    static String rare(int rank) {
        StringBuilder word = new StringBuilder("к");
        for (int rest = rank; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.append("т").toString();
    }
}
