package io.callscope.analytics.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.callscope.model.call.Party;
import io.callscope.model.talk.CallEnd;
import io.callscope.model.talk.Interruption;
import io.callscope.model.talk.PartyTalk;
import io.callscope.model.talk.TalkMetrics;
import io.callscope.model.talk.TalkSpan;
import io.callscope.model.talk.TalkStretches;
import io.callscope.model.transcript.ChannelLevel;
import io.callscope.model.transcript.Separation;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every expected figure is worked out by hand from the times in the test. */
class TalkMeasureTest {
    private static final TalkMeasure MEASURE = new TalkMeasure(TalkSettings.defaults());

    private static TalkMetrics measure(Talk talk) {
        return MEASURE.apply(talk.call("ru"));
    }

    private static PartyTalk agent(TalkMetrics talk) {
        return Objects.requireNonNull(talk.agent());
    }

    private static PartyTalk customer(TalkMetrics talk) {
        return Objects.requireNonNull(talk.customer());
    }

    @Test
    void sharesTheTalkAndFindsTheSilence() {
        // Given: 4 s and 2 s of speech; gaps of 1, 6 and 3 s; 4 s of silence at the end
        Talk call = Talk.lasting(20_000)
                .agent(1_000, 3_000, "добрый день")
                .customer(4_000, 6_000, "где заказ")
                .agent(12_000, 14_000, "нашла");

        // When
        TalkMetrics talk = measure(call);

        // Then
        assertThat(talk.durationMs()).isEqualTo(20_000);
        assertThat(talk.talkMs()).isEqualTo(6_000);
        assertThat(talk.talkRatio()).isEqualTo(4.0 / 6, within(1e-9));
        assertThat(talk.timeToFirstWordMs()).isEqualTo(1_000);
        assertThat(talk.deadAir()).isEqualTo(TalkStretches.of(List.of(new TalkSpan(6_000, 12_000))));
        assertThat(talk.hold()).isEqualTo(TalkStretches.NONE);
        assertThat(talk.end()).isEqualTo(new CallEnd(6_000L, 14_000L, false));
        assertThat(agent(talk).firstWordMs()).isEqualTo(1_000);
        assertThat(customer(talk).firstWordMs()).isEqualTo(4_000);
    }

    @Test
    void silenceBelongsToDeadAirFromItsLimitOn() {
        // Given: gaps of 4999, 5000 and 7000 ms
        Talk call = Talk.lasting(30_000)
                .agent(0, 1_000, "а")
                .agent(5_999, 7_000, "б")
                .agent(12_000, 13_000, "в")
                .agent(20_000, 21_000, "г");

        // When
        TalkStretches deadAir = measure(call).deadAir();

        // Then
        assertThat(deadAir.at()).containsExactly(new TalkSpan(7_000, 12_000), new TalkSpan(13_000, 20_000));
        assertThat(deadAir.count()).isEqualTo(2);
        assertThat(deadAir.totalMs()).isEqualTo(12_000);
        assertThat(deadAir.longestMs()).isEqualTo(7_000);
    }

    @Test
    void overtalkThatEndsTheOthersTurnIsAnInterruption() {
        // Given: the agent begins at 3 s, the customer stops at 4 s and is not back before 9 s
        Talk call = Talk.lasting(10_000)
                .customer(0, 4_000, "я хотел сказать что")
                .agent(3_000, 8_000, "нет послушайте")
                .customer(9_000, 10_000, "хорошо");

        // When
        TalkMetrics talk = measure(call);

        // Then
        assertThat(talk.overtalk()).isEqualTo(TalkStretches.of(List.of(new TalkSpan(3_000, 4_000))));
        assertThat(talk.overtalkRatio()).isEqualTo(1.0 / 9, within(1e-9));
        assertThat(talk.interruptions()).containsExactly(new Interruption(Party.AGENT, 3_000, 4_000));
        assertThat(agent(talk).interruptions()).isEqualTo(1);
        assertThat(customer(talk).interruptions()).isZero();
    }

    @Test
    void whoGoesOnAndWhoOnlyAssentsInterruptsNobody() {
        // Given: a "yes" within the other's turn; one who talks over the other, who pauses for half a second and goes
        // on
        Talk call = Talk.lasting(20_000)
                .customer(0, 6_000, "долгий рассказ")
                .agent(2_000, 2_700, "да да")
                .customer(8_000, 11_000, "и вот")
                .agent(10_000, 14_000, "понимаю вас но")
                .customer(11_500, 15_000, "дайте договорить");

        // When
        TalkMetrics talk = measure(call);

        // Then: 0.7 s, 1 s and 2.5 s
        assertThat(Objects.requireNonNull(talk.overtalk()).totalMs()).isEqualTo(4_200);
        assertThat(talk.interruptions()).isEmpty();
    }

    @Test
    void touchingTurnsAndShortOverlapsAreNeither() {
        // Given: they touch at 2 s, overlap for 199 ms at 4 s, and for 499 ms at 7 s
        Talk call = Talk.lasting(12_000)
                .agent(0, 2_000, "а")
                .customer(2_000, 4_000, "б")
                .agent(3_801, 7_000, "в")
                .customer(6_501, 9_000, "г");

        // When
        TalkMetrics talk = measure(call);

        // Then
        assertThat(Objects.requireNonNull(talk.overtalk()).at()).containsExactly(new TalkSpan(6_501, 7_000));
        assertThat(talk.interruptions()).isEmpty();
    }

    @Test
    void inOneChannelNobodyHearsWhoSpeaksOverWhom() {
        // Given
        Talk mono = Talk.lasting(10_000)
                .channels(1)
                .separatedBy(Separation.VOICES)
                .agent(0, 4_000, "а")
                .customer(3_000, 9_000, "б")
                .levels(new ChannelLevel(-20.0, -3, 0));

        // When
        TalkMetrics talk = measure(mono);

        // Then
        assertThat(talk.talkRatio()).isEqualTo(0.4, within(1e-9));
        assertThat(talk.overtalk()).isNull();
        assertThat(talk.overtalkRatio()).isNull();
        assertThat(talk.interruptions()).isNull();
        assertThat(agent(talk).interruptions()).isNull();
        assertThat(agent(talk).loudnessDbfs()).isNull();
    }

    @Test
    void theSameSoundInBothChannelsIsOneChannel() {
        // Given
        Talk call = Talk.lasting(10_000)
                .separatedBy(Separation.VOICES)
                .agent(0, 4_000, "а")
                .customer(3_000, 9_000, "б");

        // When Then
        assertThat(measure(call).overtalk()).isNull();
    }

    @Test
    void withoutPartiesThereIsNoShareButSilenceAndOvertalk() {
        // Given
        Talk call = Talk.lasting(20_000)
                .says(Party.UNKNOWN, 0, 0, 4_000, "а")
                .says(Party.UNKNOWN, 1, 3_000, 9_000, "б")
                .says(Party.UNKNOWN, 0, 15_000, 16_000, "в");

        // When
        TalkMetrics talk = measure(call);

        // Then
        assertThat(talk.talkRatio()).isNull();
        assertThat(talk.agent()).isNull();
        assertThat(talk.customer()).isNull();
        assertThat(talk.end().sinceCustomerMs()).isNull();
        assertThat(talk.deadAir().at()).containsExactly(new TalkSpan(9_000, 15_000));
        assertThat(Objects.requireNonNull(talk.overtalk()).totalMs()).isEqualTo(1_000);
        assertThat(talk.interruptions()).containsExactly(new Interruption(Party.UNKNOWN, 3_000, 4_000));
    }

    @Test
    void onePartyHasAllOfTheTalk() {
        // When
        TalkMetrics talk = measure(Talk.lasting(10_000).agent(0, 6_000, "алло вас не слышно"));

        // Then
        assertThat(talk.talkRatio()).isEqualTo(1.0);
        assertThat(customer(talk)).isEqualTo(new PartyTalk(0, null, null, 0, 0, null));
        assertThat(talk.end().sinceCustomerMs()).isNull();
        assertThat(talk.interruptions()).isEmpty();
    }

    @Test
    void ofNoSpeechNothingIsKnown() {
        // When
        TalkMetrics talk = measure(Talk.lasting(30_000));

        // Then
        assertThat(talk.talkMs()).isZero();
        assertThat(talk.talkRatio()).isNull();
        assertThat(talk.timeToFirstWordMs()).isNull();
        assertThat(talk.deadAir()).isEqualTo(TalkStretches.NONE);
        assertThat(talk.overtalkRatio()).isNull();
        assertThat(talk.agent()).isNull();
        assertThat(talk.end().silenceMs()).isNull();
    }

    @Test
    void aRateCountsWordsOverTheirSpeechWithoutWhatWasTakenOut() {
        // Given: 6 words in 0 to 6 s, a placeholder of 4 s, pauses of 0.2 s within a breath
        Talk call = Talk.lasting(20_000)
                .words(
                        Party.CUSTOMER,
                        0,
                        "раз два три [card] четыре пять шесть",
                        0,
                        800,
                        1_000,
                        1_800,
                        2_000,
                        3_000,
                        3_000,
                        7_000,
                        7_000,
                        7_800,
                        8_000,
                        8_800,
                        9_000,
                        10_000);

        // When
        PartyTalk customer = customer(measure(call));

        // Then: 6 words in 3 s + 3 s
        assertThat(customer.speechMs()).isEqualTo(10_000);
        assertThat(customer.speechRateWpm()).isEqualTo(60.0, within(1e-9));
    }

    @Test
    void aPauseBetweenWordsIsNoSpeechFromAThirdOfASecondOn() {
        // Given: 300 ms and 301 ms
        Talk call = Talk.lasting(5_000).words(Party.AGENT, 1, "раз два три", 0, 1_000, 1_300, 2_000, 2_301, 3_000);

        // When Then: 2000 + 699, and too little for a rate
        assertThat(agent(measure(call)).speechMs()).isEqualTo(2_699);
        assertThat(agent(measure(call)).speechRateWpm()).isNull();
    }

    @Test
    void wordsOfAnImportedTextAreCountedInTheText() {
        // Given: 4 words in 6 s
        Talk call = Talk.lasting(6_000).agent(0, 6_000, "номер [phone] верно, — записала 3");

        // When Then
        assertThat(agent(measure(call)).speechRateWpm()).isEqualTo(40.0, within(1e-9));
    }

    @Test
    void aMonologueLastsUntilItIsAnsweredOrDies() {
        // Given: 0 to 8 s with an "ага" within; answered; then 20 to 23 s and after a pause of 5 s 28 to 30 s
        Talk call = Talk.lasting(30_000)
                .agent(0, 4_000, "а")
                .customer(4_200, 4_800, "ага")
                .agent(5_000, 8_000, "б")
                .customer(9_000, 12_000, "понятно")
                .agent(20_000, 23_000, "в")
                .agent(28_000, 30_000, "г");

        // When
        TalkMetrics talk = measure(call);

        // Then
        assertThat(agent(talk).longestMonologueMs()).isEqualTo(8_000);
        assertThat(customer(talk).longestMonologueMs()).isEqualTo(3_000);
    }

    @Test
    void anAnnouncedSilenceIsAHold() {
        // Given: 20 s after the announcement; then 20 s after the customer's "one minute", which is none
        Talk call = Talk.lasting(80_000)
                .agent(0, 3_000, "Оставайтесь на линии, пожалуйста.")
                .agent(23_000, 24_000, "спасибо за ожидание")
                .customer(25_000, 26_000, "одну минуту")
                .agent(46_000, 47_000, "да");

        // When
        TalkMetrics talk = measure(call);

        // Then
        assertThat(talk.hold().at()).containsExactly(new TalkSpan(3_000, 23_000));
        assertThat(talk.deadAir().at()).containsExactly(new TalkSpan(26_000, 46_000));
    }

    @Test
    void whoGivesUpWaitingWasOnHoldToTheEnd() {
        // When
        TalkMetrics talk = measure(Talk.lasting(60_000).agent(0, 3_000, "оставайтесь на линии"));

        // Then
        assertThat(talk.hold().at()).containsExactly(new TalkSpan(3_000, 60_000));
        assertThat(talk.deadAir()).isEqualTo(TalkStretches.NONE);
    }

    @Test
    void musicIsAHoldAndANoisyRoomIsNone() {
        // Given: buckets of 1 s; speech at 100 of 255 in both channels
        byte[] music = new byte[50];
        Arrays.fill(music, 0, 50, (byte) 100);
        Arrays.fill(music, 20, 50, (byte) 40);
        byte[] room = music.clone();
        Arrays.fill(room, 20, 50, (byte) 10);
        byte[] silent = music.clone();
        Arrays.fill(silent, 20, 50, (byte) 0);

        // When
        TalkMetrics played = measure(spoken().waveform(1_000, silent, music));
        TalkMetrics noisy = measure(spoken().waveform(1_000, silent, room));
        TalkMetrics quiet = measure(spoken().waveform(1_000, silent, silent));

        // Then
        assertThat(played.hold().at()).containsExactly(new TalkSpan(20_000, 50_000));
        assertThat(played.deadAir().count()).isZero();
        assertThat(noisy.hold().count()).isZero();
        assertThat(noisy.deadAir().longestMs()).isEqualTo(30_000);
        assertThat(quiet).isEqualTo(noisy);
    }

    private static Talk spoken() {
        return Talk.lasting(51_000)
                .customer(0, 10_000, "а")
                .agent(10_000, 20_000, "б")
                .agent(50_000, 51_000, "в");
    }

    @Test
    void aPartyIsAsLoudAsItsChannel() {
        // Given
        Talk call = Talk.lasting(4_000)
                .customer(0, 1_000, "а")
                .agent(1_000, 2_000, "б")
                .levels(new ChannelLevel(-31.5, -9, 0), new ChannelLevel(-18.0, -1, 0.01));

        // When
        TalkMetrics talk = measure(call);

        // Then
        assertThat(customer(talk).loudnessDbfs()).isEqualTo(-31.5);
        assertThat(agent(talk).loudnessDbfs()).isEqualTo(-18.0);
    }

    @Test
    void aFarewellIsHeardNearTheEndAndOnlyInLanguagesThatHaveOne() {
        // Given
        Talk late = Talk.lasting(100_000).agent(0, 1_000, "алло").agent(90_000, 91_000, "Всего доброго!");
        Talk early = Talk.lasting(100_000).agent(0, 1_000, "всего доброго").customer(90_000, 91_000, "алло");

        // When Then
        assertThat(measure(late).end().farewell()).isTrue();
        assertThat(measure(early).end().farewell()).isFalse();
        assertThat(MEASURE.apply(early.call("kk")).end().farewell()).isNull();
    }

    @Test
    @Timeout(10)
    void threeHoursOfCrosstalkAreMeasuredAtOnce() {
        // Given: 3600 turns of 3.5 s, each beginning 0.5 s before the last one ends
        long turns = 3_600;
        Talk call = Talk.lasting(turns * 3_000 + 500);
        for (long i = 0; i < turns; i++) {
            long from = i * 3_000;
            call = i % 2 == 0 ? call.agent(from, from + 3_500, "а б в") : call.customer(from, from + 3_500, "г д е");
        }

        // When
        TalkMetrics talk = measure(call);

        // Then
        assertThat(talk.talkMs()).isEqualTo(turns * 3_000 + 500);
        assertThat(Objects.requireNonNull(talk.overtalk()).count()).isEqualTo(3_599);
        assertThat(talk.overtalk().totalMs()).isEqualTo(3_599 * 500L);
        assertThat(talk.interruptions()).hasSize(3_599);
        assertThat(talk.talkRatio()).isEqualTo(0.5);
    }

    @Test
    void limitsDecideAndArePartOfTheVersion() {
        // Given
        TalkSettings patient = new TalkSettings(Duration.ofSeconds(10), null, null, null, null, null, null);

        // When
        TalkMetrics talk = new TalkMeasure(patient)
                .apply(Talk.lasting(20_000)
                        .agent(0, 1_000, "а")
                        .agent(8_000, 9_000, "б")
                        .call("ru"));

        // Then
        assertThat(talk.deadAir()).isEqualTo(TalkStretches.NONE);
        assertThat(patient.hash())
                .isNotEqualTo(TalkSettings.defaults().hash())
                .isEqualTo(new TalkSettings(Duration.ofSeconds(10), null, null, null, null, null, null).hash());
    }
}
