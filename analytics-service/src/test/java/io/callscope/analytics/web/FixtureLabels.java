package io.callscope.analytics.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A handful of names, as a codebook would give them. */
public final class FixtureLabels implements Labels {
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            name("FORCE/certainty", "Ясность", "Certainty"),
            name("FORCE/fair-treatment", "Справедливость", "Fair Treatment"),
            name("FORCE/control", "Контроль", "Control"),
            name("FORCE/status", "Статус", "Status"),
            name("FORCE/belonging", "Принадлежность", "Belonging"),
            name("FORCE/enjoyment", "Удовольствие", "Enjoyment"),
            name("CODE/certainty.no-deadline", "Не назван срок", "No deadline named"),
            name("CODE/certainty.promise-broken", "Обещание не выполнено", "Promise not kept"),
            name("CODE/certainty.deadline-named", "Точный срок и следующий шаг", "Deadline and next step named"),
            name("CODE/fair-treatment.refund-withheld", "Не возвращают деньги", "Refund withheld"),
            name("CODE/fair-treatment.wrong-charge", "Двойное или ошибочное списание", "Wrong charge"),
            name("CODE/control.sent-in-circles", "Гоняют по кругу", "Sent in circles"),
            name("CODE/control.options-offered", "Предложили выбор", "Options offered"),
            name("CODE/status.repeats-story", "Рассказывает всё заново", "Repeats the story"),
            name("CODE/status.long-hold", "Долго ждал на линии", "Long hold"),
            name("CODE/belonging.care-shown", "Проявили заботу и сочувствие", "Care shown"),
            name("CODE/enjoyment.calls-again", "Приходится обращаться снова", "Has to call again"),
            name("CODE/enjoyment.fast-and-easy", "Быстро и просто", "Fast and easy"),
            name("SIGNAL/churn-intent", "Намерение уйти", "Intends to leave"),
            name("SIGNAL/promise-made", "Обещание клиенту", "Promise made"),
            name("SIGNAL/wants-supervisor", "Требует руководителя", "Wants a supervisor"),
            name("SIGNAL/unmet-need", "Просит то, чего нет; идея", "Unmet need, idea"),
            name(
                    "SIGNAL/online-offline-gap",
                    "Разрыв между сайтом, приложением и офисом",
                    "Gap between online and offline"),
            name("SIGNAL/competitor", "Упомянут конкурент", "Competitor mentioned"),
            name("SIGNAL/asked-again-in-app", "Уже пробовал сам", "Already tried it himself"),
            name("SIGNAL/system-fails", "Система мешает оператору", "System fails the agent"),
            name("SIGNAL/no-authority", "Нет полномочий или доступа", "No authority or access"),
            name("SIGNAL/knowledge-gap", "Не нашёл ответа", "No answer found"),
            name("CODE/control.self-service-failed", "Самообслуживание не сработало", "Self-service failed"),
            name("CODE/control.no-tracking", "Не может отследить сам", "Cannot track it himself"),
            name("REASON/payment-question", "Вопрос по счёту или тарифу", "Question on a bill or plan"),
            name("REASON/delivery-change", "Перенос, адрес, отмена доставки", "Change of delivery"),
            name("REASON/other", "Прочее", "Other"),
            name("CAUSE/self-service-failed", "Не сработало самообслуживание", "Self-service failed"),
            name("STAGE/use", "Использование", "Use"),
            name("DEPARTMENT/billing", "Финансы и биллинг", "Finance and billing"),
            name("DEPARTMENT/digital", "ИТ и цифровые каналы", "IT and digital channels"),
            name("STAGE/delivery", "Доставка и получение", "Delivery and receipt"),
            name("REASON/order-status", "Статус заказа или заявки", "Order status"),
            name("REASON/refund", "Возврат денег или товара", "Refund"),
            name("CAUSE/not-resolved", "Вопрос не решён в первый раз", "Not resolved the first time"),
            name("DEPARTMENT/logistics", "Логистика и доставка", "Logistics"),
            name("RULE/churn-risk", "Клиент собирается уйти", "Customer is about to leave"),
            name("RULE/third-call", "Третье обращение и не решено", "Third contact, not resolved"),
            name("RULE/money-unfair", "Деньги и несправедливость", "Money and unfairness"),
            name("REASON/technical-fault", "Неисправность, нет услуги", "Technical fault"),
            name("REASON/delivery-problem", "Опоздание, недовоз, не тот товар", "Delivery problem"),
            name("REASON/wrong-charge", "Спорное списание", "Disputed charge"),
            name("RULE/danger", "Угроза жизни или здоровью", "Danger to life or health"),
            name("RULE/sales-pressure", "Давление при продаже", "Sales pressure"),
            name(
                    "RULE/supervisor-refused",
                    "Просил руководителя, не соединили",
                    "Asked for a supervisor, not connected"),
            name("RULE/long-silence", "Долгая тишина", "Long silence"));

    private static Map.Entry<String, List<String>> name(String key, String russian, String english) {
        return Map.entry(key, List.of(russian, english));
    }

    @Override
    public String label(Kind kind, String id, Locale locale) {
        List<String> names = NAMES.get(kind + "/" + id);
        return names == null ? id : names.get(locale.getLanguage().equals("ru") ? 0 : 1);
    }

    @Override
    public List<String> ids(Kind kind) {
        String prefix = kind + "/";
        return NAMES.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .toList();
    }

    @Override
    public List<String> codes() {
        return ids(Kind.CODE);
    }

    @Override
    public List<String> rules() {
        return List.of("churn-risk", "third-call", "money-unfair", "long-silence");
    }
}
