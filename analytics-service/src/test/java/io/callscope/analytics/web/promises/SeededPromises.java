package io.callscope.analytics.web.promises;

import io.callscope.analytics.promises.PromisedCalls;
import io.callscope.analytics.web.TestPages;
import io.callscope.model.analysis.Verdict;

/** Promises of the days around the pages' now, Wednesday, 14 October 2026, 15:00 in Moscow. */
public final class SeededPromises {
    private SeededPromises() {}

    public static TestPages pages() {
        TestPages pages = TestPages.empty();
        new PromisedCalls(pages.database())
                .promise("overdue-1", "ivan", "2026-10-12T10:00", "перезвоню вам завтра до двенадцати")
                .promise(
                        "overdue-2",
                        "olga",
                        "2026-10-13T16:40",
                        "Линия 2",
                        "Платежи",
                        "codebook-1",
                        "деньги вернем сегодня до конца дня")
                .promise("today-1", "petr", "2026-10-14T11:00", "специалист свяжется с вами сегодня до шести вечера")
                .promise(
                        "today-2",
                        "anna",
                        "2026-10-13T11:00",
                        "Линия 2",
                        "Доставка",
                        "codebook-1",
                        "курьер приедет завтра с 16 до 20")
                .promise("usual", "vera", "2026-10-13T12:00", "обещаю вам перезвонить")
                .promise("tomorrow", "oleg", "2026-10-14T12:00", "справку отправим завтра")
                .promise("hidden", null, "2026-10-12T10:00", "перезвоню вам завтра до двенадцати")
                .promise("kept", "nina", "2026-10-12T10:00", "перезвоню вам завтра до двенадцати")
                .callsBack("kept-call", "nina", "2026-10-13T11:10", Verdict.JUDGED)
                .promise("late", "igor", "2026-10-12T11:00", "перезвоню вам завтра до двенадцати")
                .callsBack("late-call", "igor", "2026-10-13T17:10", Verdict.JUDGED)
                .promise("broken", "maria", "2026-10-06T10:00", "перезвоню вам завтра до двенадцати")
                .callsAgain("broken-call", "maria", "2026-10-08T12:00", "promise-not-kept")
                .linked();
        return pages;
    }
}
