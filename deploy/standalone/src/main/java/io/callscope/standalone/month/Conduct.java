package io.callscope.standalone.month;

/**
 * How an agent conducts a call beside the matter of it. Drawn apart from everything else, so that the one can change and
 * the other stays.
 *
 * @param greets whether he says hello and who he is
 * @param understands whether he asks what it is about and says what he has understood
 * @param sympathises whether he says that he is sorry, where the customer has something to be sorry for
 * @param polite whether he is
 * @param right whether what he says is true, which nobody hears who does not know better
 * @param namesCase whether he gives the number of a case, where something stays open
 * @param takesLeave whether he asks for further questions and says goodbye
 */
public record Conduct(
        boolean greets,
        boolean understands,
        boolean sympathises,
        boolean polite,
        boolean right,
        boolean namesCase,
        boolean takesLeave) {
    private static final double UNDERSTANDS = 0.7;
    private static final double SYMPATHISES = 0.6;
    private static final double POLITE = 0.95;
    private static final double RIGHT = 0.92;
    private static final double NAMES_CASE = 0.7;
    private static final double ASKS_FURTHER = 0.72;

    /** What he means to do; whether he greets and takes leave is told by what is said. */
    static Conduct drawn(Chance chance) {
        return new Conduct(
                false,
                chance.of(UNDERSTANDS),
                chance.of(SYMPATHISES),
                chance.of(POLITE),
                chance.of(RIGHT),
                chance.of(NAMES_CASE),
                chance.of(ASKS_FURTHER));
    }

    /** The same, of which this was said. */
    Conduct as(boolean greeted, boolean tookLeave) {
        return new Conduct(greeted, understands, sympathises, polite, right, namesCase, tookLeave);
    }
}
