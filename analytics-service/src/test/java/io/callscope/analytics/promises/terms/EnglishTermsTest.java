package io.callscope.analytics.promises.terms;

import static io.callscope.analytics.promises.terms.SaidThen.when;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Said on Wednesday 14 October 2026 at 11:20; the site is there from nine to nine. */
class EnglishTermsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            we will call you back by Friday                             | 2026-10-16T21:00
            we will refund it within 3 business days                    | 2026-10-19T21:00
            it will arrive in three to five business days               | 2026-10-21T21:00
            the credit takes 3-5 business days                          | 2026-10-21T21:00
            i will call you tomorrow before noon                        | 2026-10-15T12:00
            i will call you back in an hour                             | 2026-10-14T12:20
            i will call you back in half an hour                        | 2026-10-14T11:50
            i will call you back in an hour and a half                  | 2026-10-14T12:50
            someone will call you within the hour                       | 2026-10-14T12:20
            we will email you within 24 hours                           | 2026-10-15T11:20
            we will contact you within twenty-four hours                | 2026-10-15T11:20
            within the next two hours a technician will call            | 2026-10-14T13:20
            i will be back to you in about 20 minutes                   | 2026-10-14T11:40
            a technician will come on Monday                            | 2026-10-19T21:00
            a technician will come on Monday between 9 and 12           | 2026-10-19T12:00
            a technician will come tomorrow from 1 to 5 pm              | 2026-10-15T17:00
            we will ship it tomorrow morning                            | 2026-10-15T12:00
            we will ship it tomorrow                                    | 2026-10-15T21:00
            we will ship it the day after tomorrow                      | 2026-10-16T21:00
            i will call you back today                                  | 2026-10-14T21:00
            i will call you tonight                                     | 2026-10-14T21:00
            i will call this afternoon                                  | 2026-10-14T21:00
            i will follow up by end of day                              | 2026-10-14T21:00
            i will follow up by the end of the day tomorrow             | 2026-10-15T21:00
            i will follow up by the end of the week                     | 2026-10-18T21:00
            it will be fixed by the end of the month                    | 2026-10-31T21:00
            it will be delivered next week                              | 2026-10-25T21:00
            it will be delivered next Tuesday                           | 2026-10-20T21:00
            it will be delivered this Saturday                          | 2026-10-17T21:00
            i will call at 3 pm                                         | 2026-10-14T15:00
            i will call you by five                                     | 2026-10-14T17:00
            i will call you at 10:30 tomorrow                           | 2026-10-15T10:30
            i will call you tomorrow at 10                              | 2026-10-15T10:00
            we will refund you on October 20th                          | 2026-10-20T21:00
            we will refund you by the twentieth of October              | 2026-10-20T21:00
            it will arrive by the 15th                                  | 2026-10-15T21:00
            it will arrive by the twenty-fifth                          | 2026-10-25T21:00
            we will refund you in a couple of days                      | 2026-10-16T21:00
            we will refund you in a week                                | 2026-10-21T21:00
            we will refund you within two weeks                         | 2026-10-28T21:00
            two weeks from now it will arrive                           | 2026-10-28T21:00
            you will get the refund in ten days                         | 2026-10-24T21:00
            first thing tomorrow i will call                            | 2026-10-15T12:00
            it takes up to 14 days                                      | 2026-10-28T21:00
            the manager will call you Thursday or so, by Thursday       | 2026-10-15T21:00
            """)
    void aTermIsReadOutOfTheWords(String said, String due) {
        assertThat(when("en", said)).as(said).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i will call you back as soon as i know",
                "we will contact you shortly",
                "i promise you that",
                "you ordered it three days ago",
                "you called last Friday",
                "we are open until 9 pm",
                "your contract runs for 24 months",
                "i will send you 15 percent back",
                "we may refund you",
                "apartment 12 the technician will come",
                "since Monday nobody called, i will check",
                "you called on Monday and we will check",
                "the order number is 12 14 15",
                "every Friday we send a letter",
                "it will come soon",
                "thank you for waiting"
            })
    void whatIsNoTermIsNotTakenForOne(String said) {
        assertThat(when("en", said)).as(said).isEqualTo("none");
    }
}
