package io.callscope.transcribe.text.redact;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.Utterance;

/** Who is taken to go on speaking: one party in one channel. */
record Voice(int channel, Party party) {
    static Voice of(Utterance utterance) {
        return new Voice(utterance.channel(), utterance.party());
    }
}
