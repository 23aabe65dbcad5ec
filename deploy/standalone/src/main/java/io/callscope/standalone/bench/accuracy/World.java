package io.callscope.standalone.bench.accuracy;

/**
 * A contact center whose true figures are known.
 *
 * @param name for people
 * @param failures share of calls that fail the item
 * @param recall share of the failures that the machine marks
 * @param specificity share of the other calls that it does not mark
 * @param spread how calls differ from one another
 * @param sampling how calls are drawn for review
 * @param firstErrs share of calls, of either kind, on which the first controller errs
 * @param secondErrs the same of the second
 * @param doubleShare how much of the sample the second one scores too
 * @param calls how many there are, a multiple of the agents
 * @param items how many items of this kind are decided on together, 1 or more
 */
record World(
        String name,
        double failures,
        double recall,
        double specificity,
        Spread spread,
        Sampling sampling,
        double firstErrs,
        double secondErrs,
        double doubleShare,
        int calls,
        int items) {
    static final int MOST_CALLS = 4_000;

    /** How calls differ from one another. */
    enum Spread {
        /** Not at all. */
        NONE,
        /** Agents fail half as often as usual or half as often again, and a quarter of the calls is hard for the machine. */
        AGENTS_AND_HARD_CALLS
    }

    /** How calls are drawn for review. */
    enum Sampling {
        /** Every call alike. */
        EVEN,
        /** Half of the sample from calls that the machine marks. */
        MARKED,
        /** As the weekly plan does: half even, half where the machine is unsure. */
        UNCERTAIN
    }

    /** A hard call takes the machine to err twice as often as usual, the others so much less. */
    static final double HARD = 0.25;

    private static final double HARD_ERRORS = 2;
    private static final double AGENT_SPREAD = 0.5;

    World {
        if (items < 1 || calls < SimulatedCenter.AGENTS || calls > MOST_CALLS || calls % SimulatedCenter.AGENTS != 0) {
            throw new IllegalArgumentException("%d items of %d calls: expected 1 or more, and a multiple of %d up to %d"
                    .formatted(items, calls, SimulatedCenter.AGENTS, MOST_CALLS));
        }
    }

    /** Calls alike, controllers who do not err, and the second one scoring a fifth. */
    static World plain(String name, double failures, double recall, double specificity, Sampling sampling) {
        return new World(name, failures, recall, specificity, Spread.NONE, sampling, 0, 0.05, 0.2, MOST_CALLS, 1);
    }

    double failures(int agent) {
        return spread == Spread.NONE ? failures : failures * (agent % 2 == 0 ? 1 - AGENT_SPREAD : 1 + AGENT_SPREAD);
    }

    /** The probability that the machine errs on a call. */
    double machineErrs(boolean failed, boolean hard) {
        double usual = 1 - (failed ? recall : specificity);
        if (spread == Spread.NONE) {
            return usual;
        }
        return hard ? usual * HARD_ERRORS : usual * (1 - HARD * HARD_ERRORS) / (1 - HARD);
    }
}
