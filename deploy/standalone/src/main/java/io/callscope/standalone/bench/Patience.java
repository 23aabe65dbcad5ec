package io.callscope.standalone.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements over everything there is take longer than the service ever waits for an answer. Stateless. */
final class Patience {
    private Patience() {}

    /** Waits for answers of the connection however long they take; the pool takes that back. */
    static Connection of(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection;
    }
}
