package io.callscope.analytics.rules;

import io.callscope.model.call.Party;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the patterns that a passage may hold: those of its party whose anchor is there, and of these those whose other
 * required words are there too. All others are not even looked at. Immutable.
 */
final class PatternIndex {
    private static final int[] NONE = {};

    private final List<CompiledPattern> patterns;
    private final int sets;
    /** For each party and each word set the numbers of the patterns anchored in it. */
    private final Map<Party, int[][]> anchored = new EnumMap<>(Party.class);

    /** @param sets how many word sets the vocabulary has */
    PatternIndex(List<CompiledPattern> patterns, int sets) {
        this.patterns = List.copyOf(patterns);
        this.sets = sets;
        for (Party party : Party.values()) {
            anchored.put(party, anchored(party));
        }
    }

    private int[][] anchored(Party party) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int set = 0; set < sets; set++) {
            lists.add(new ArrayList<>());
        }
        for (int i = 0; i < patterns.size(); i++) {
            Party wanted = patterns.get(i).party();
            if (wanted == party || wanted == Party.UNKNOWN || party == Party.UNKNOWN) {
                lists.get(patterns.get(i).anchor()).add(i);
            }
        }
        return lists.stream()
                .map(list -> list.isEmpty()
                        ? NONE
                        : list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Numbers of the patterns. */
    BitSet possibleIn(Passage passage) {
        BitSet possible = new BitSet(patterns.size());
        long[] present = passage.sets(sets);
        int[][] ofParty = anchored.getOrDefault(passage.party(), new int[0][]);
        for (int at = 0; at < present.length; at++) {
            for (long left = present[at]; left != 0; left &= left - 1) {
                int set = at * Long.SIZE + Long.numberOfTrailingZeros(left);
                for (int number : ofParty[set]) {
                    if (allIn(patterns.get(number).required(), present)) {
                        possible.set(number);
                    }
                }
            }
        }
        return possible;
    }

    private static boolean allIn(int[] required, long[] present) {
        for (int set : required) {
            if ((present[set >> 6] & 1L << set) == 0) {
                return false;
            }
        }
        return true;
    }
}
