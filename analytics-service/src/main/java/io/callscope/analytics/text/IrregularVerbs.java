package io.callscope.analytics.text;

import java.util.HashMap;
import java.util.Map;

/** English verbs whose forms no rule makes, as far as people use them on the phone. */
final class IrregularVerbs {
    /** One verb a line: base form, then the others. */
    private static final String VERBS = """
            be am is are was were been being
            have has had having
            do does did done doing
            go goes went gone going
            say says said saying
            tell tells told telling
            get gets got gotten getting
            give gives gave given giving
            take takes took taken taking
            make makes made making
            come comes came coming
            become becomes became
            see sees saw seen seeing
            know knows knew known
            think thinks thought
            find finds found
            keep keeps kept keeping
            leave leaves left leaving
            let lets letting
            lose loses lost losing
            pay pays paid paying
            send sends sent sending
            sit sits sat sitting
            speak speaks spoke spoken speaking
            spend spends spent spending
            stand stands stood
            steal steals stole stolen
            break breaks broke broken breaking
            bring brings brought bringing
            buy buys bought buying
            build builds built
            catch catches caught
            choose chooses chose chosen choosing
            cost costs
            cut cuts cutting
            drive drives drove driven driving
            eat eats ate eaten
            fall falls fell fallen
            feel feels felt feeling
            forget forgets forgot forgotten
            freeze freezes froze frozen freezing
            grow grows grew grown
            hang hangs hung hanging
            hear hears heard hearing
            hide hides hid hidden
            hold holds held holding
            lead leads led
            mean means meant
            meet meets met
            put puts putting
            read reads reading
            ring rings rang rung ringing
            run runs ran running
            sell sells sold selling
            set sets setting
            show shows showed shown
            shut shuts shutting
            sleep sleeps slept
            stick sticks stuck
            swear swears swore sworn
            swap swaps swapped swapping
            switch switches switched switching
            teach teaches taught
            throw throws threw thrown
            understand understands understood
            wake wakes woke woken
            wear wears wore worn
            win wins won
            write writes wrote written writing
            cancel cancels canceled cancelled canceling cancelling
            refer refers referred referring
            transfer transfers transferred transferring
            ship ships shipped shipping
            drop drops dropped dropping
            stop stops stopped stopping
            apologize apologise apologizes apologized apologised apologizing
            resolve resolves resolved resolving
            promise promises promised promising
            charge charges charged charging
            receive receives received receiving
            arrive arrives arrived arriving
            change changes changed changing
            schedule scheduled scheduling
            reschedule rescheduled rescheduling
            """;

    private IrregularVerbs() {}

    /** Form to base form. */
    static Map<String, String> table() {
        Map<String, String> table = new HashMap<>();
        for (String line : VERBS.split("\n")) {
            String[] forms = line.strip().split(" ");
            for (String form : forms) {
                table.put(form, forms[0]);
            }
        }
        return Map.copyOf(table);
    }
}
