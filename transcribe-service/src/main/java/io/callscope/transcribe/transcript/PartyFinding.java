package io.callscope.transcribe.transcript;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.Parties;
import io.callscope.model.transcript.RoleSource;
import io.callscope.model.transcript.Separation;
import io.callscope.model.transcript.TranscriptWarning;
import io.callscope.transcribe.roles.RoleGuess;
import java.util.ArrayList;
import java.util.List;

/**
 * Who speaks in a call, and how it is known.
 *
 * @param bySide the party of each side; sides beyond it are unknown
 * @param parties how it is known
 * @param warnings why it is not to be relied on
 */
record PartyFinding(List<Party> bySide, Parties parties, List<TranscriptWarning> warnings) {
    PartyFinding {
        bySide = List.copyOf(bySide);
        warnings = List.copyOf(warnings);
    }

    Party of(int side) {
        return side < bySide.size() ? bySide.get(side) : Party.UNKNOWN;
    }

    static PartyFinding unknown(Separation separation) {
        return new PartyFinding(List.of(), new Parties(separation, RoleSource.NONE, null), List.of());
    }

    /** The source says who has which side. */
    static PartyFinding told(List<Party> bySide, Separation separation) {
        return new PartyFinding(bySide, new Parties(separation, RoleSource.METADATA, null), List.of());
    }

    /** Two sides, and what their words say of them. */
    static PartyFinding guessed(RoleGuess guess, Separation separation) {
        List<TranscriptWarning> warnings =
                guess.strength() == RoleGuess.Strength.SURE ? List.of() : List.of(TranscriptWarning.ROLES_UNSURE);
        if (guess.strength() == RoleGuess.Strength.TOO_WEAK) {
            return new PartyFinding(List.of(), new Parties(separation, RoleSource.NONE, guess.confidence()), warnings);
        }
        List<Party> bySide =
                guess.agentSide() == 0 ? List.of(Party.AGENT, Party.CUSTOMER) : List.of(Party.CUSTOMER, Party.AGENT);
        return new PartyFinding(bySide, new Parties(separation, RoleSource.WORDS, guess.confidence()), warnings);
    }

    /** The same with warnings that come first. */
    PartyFinding behind(List<TranscriptWarning> others) {
        List<TranscriptWarning> all = new ArrayList<>(others);
        all.addAll(warnings);
        return new PartyFinding(bySide, parties, all);
    }
}
