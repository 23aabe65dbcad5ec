package io.callscope.analytics.store;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.parties.PartyCorrection;
import io.callscope.analytics.parties.PartyCorrection.Turn;
import io.callscope.model.call.CallId;
import io.callscope.model.call.Party;
import io.callscope.model.talk.TalkSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Corrections of who speaks. Stateless; works within the caller's transaction. */
final class CorrectionStore {
    /** Number of the newest; 0 when there is none. */
    int newest(Handle handle, CallId callId) {
        return handle.createQuery("SELECT coalesce(max(number), 0) FROM party_corrections WHERE call_id = :id")
                .bind("id", callId.value())
                .mapTo(Integer.class)
                .one();
    }

    Optional<PartyCorrection> read(Handle handle, CallId callId) {
        return handle.createQuery("""
                        SELECT * FROM party_corrections WHERE call_id = :id ORDER BY number DESC LIMIT 1
                        """)
                .bind("id", callId.value())
                .map((row, context) -> correction(row, turns(handle, callId, Columns.required(row, "transcript_hash"))))
                .findOne();
    }

    private static List<Turn> turns(Handle handle, CallId callId, String hash) {
        return handle.createQuery("""
                        SELECT party, start_ms, end_ms FROM utterances
                        WHERE call_id = :id AND transcript_hash = :hash ORDER BY utterance_id
                        """)
                .bind("id", callId.value())
                .bind("hash", hash)
                .map((row, context) -> new Turn(
                        Party.ofId(Columns.required(row, "party")),
                        new TalkSpan(row.getLong("start_ms"), row.getLong("end_ms"))))
                .list();
    }

    private static PartyCorrection correction(ResultSet row, List<Turn> confirmed) throws SQLException {
        return new PartyCorrection(
                row.getInt("number"),
                row.getBoolean("swapped"),
                Columns.required(row, "by_login"),
                Columns.required(row, "by_name"),
                Columns.requiredInstant(row, "at"),
                confirmed);
    }

    void append(Handle handle, CallId callId, String hash, Swap swap) {
        handle.createUpdate("""
                        INSERT INTO party_corrections (call_id, number, swapped, transcript_hash, by_login, by_name, at)
                        VALUES (:id, :number, :swapped, :hash, :login, :name, :at)
                        """)
                .bind("id", callId.value())
                .bind("number", newest(handle, callId) + 1)
                .bind("swapped", swap.swapped())
                .bind("hash", hash)
                .bind("login", swap.byLogin())
                .bind("name", swap.byName())
                .bind("at", Columns.time(CallEntry.stored(swap.at())))
                .execute();
    }
}
