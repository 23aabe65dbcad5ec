package io.callscope.analytics.llm.budget;

import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.LlmMeter;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.ask.TokenUsage;
import io.callscope.analytics.llm.budget.Ledger.End;
import io.callscope.analytics.llm.prompt.TokenEstimate;
import io.callscope.kit.failure.RetryableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pays within the configured caps and books everything. Thread-safe. */
public final class LedgerPurse implements Purse {
    private static final Logger LOGGER = LoggerFactory.getLogger(LedgerPurse.class);

    /** Tokens a model's own message format may take. */
    private static final int FORMAT = 64;

    private final Ledger ledger;
    private final Caps caps;
    private final Prices prices;
    private final ZoneId zone;
    private final Duration longest;
    private final MeterRegistry meters;
    private final Clock clock;

    /**
     * @param longest how long a request takes at the most
     */
    LedgerPurse(Ledger ledger, LlmBudget budget, ZoneId zone, Duration longest, MeterRegistry meters, Clock clock) {
        this.ledger = ledger;
        this.caps = Caps.of(budget);
        this.prices = Prices.of(budget);
        this.zone = zone;
        this.longest = longest;
        this.meters = meters;
        this.clock = clock;
    }

    /** One whose book is in PostgreSQL; the data source belongs to the caller. */
    public static LedgerPurse of(
            DataSource dataSource, LlmBudget budget, ZoneId zone, Duration longest, MeterRegistry meters, Clock clock) {
        return new LedgerPurse(new JdbiLedger(dataSource), budget, zone, longest, meters, clock);
    }

    @Override
    public Charge reserve(Question question, String model) {
        Amount most = amount(mostOf(question));
        Item item = Item.of(today(), question, model);
        UUID id = ledger.reserve(
                item, most, prices.currency(), caps, clock.instant().plus(longest));
        return new Booked(id, item, most);
    }

    /** What a request takes at the most, by estimate. */
    static TokenUsage mostOf(Question question) {
        return new TokenUsage(TokenEstimate.of(question) + FORMAT, 0, question.maxAnswerTokens(), true);
    }

    private Amount amount(TokenUsage usage) {
        return new Amount(usage, prices.of(usage));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    @Override
    public void fromCache(Question question, String model) {
        LlmMeter.FROM_CACHE.counter(meters, "task", question.task()).increment();
        quietly(() -> ledger.fromCache(Item.of(today(), question, model), prices.currency()));
    }

    /**
     * Books in full what instances that are gone had set aside.
     *
     * @return how many requests
     * @throws RetryableException when the book is away for now
     */
    public int settleExpired() {
        return ledger.settleExpired(clock.instant());
    }

    /** An answer that was paid for must not be lost because the book is away: what stays set aside is booked later. */
    private static void quietly(Runnable booking) {
        try {
            booking.run();
        } catch (RetryableException away) {
            LOGGER.atWarn()
                    .addKeyValue("error", away.toString())
                    .log("a request to the language model is booked later");
        }
    }

    private final class Booked implements Charge {
        private final UUID id;
        private final Item item;
        private final Amount most;

        Booked(UUID id, Item item, Amount most) {
            this.id = id;
            this.item = item;
            this.most = most;
        }

        @Override
        public void answered(TokenUsage usage, long nanos) {
            settle(amount(usage), nanos, End.ANSWERED);
        }

        @Override
        public void failed(@Nullable TokenUsage usage, long nanos) {
            settle(usage == null ? most : amount(usage), nanos, End.FAILED);
        }

        @Override
        public void lost(long nanos) {
            settle(most, nanos, End.FAILED);
        }

        private void settle(Amount amount, long nanos, End end) {
            if (!prices.currency().isEmpty()) {
                LlmMeter.COST
                        .counter(meters, "task", item.task(), "currency", prices.currency())
                        .increment(amount.money().doubleValue());
            }
            quietly(() -> ledger.settle(id, amount, nanos, end));
        }

        @Override
        public void free() {
            quietly(() -> ledger.release(id));
        }
    }
}
