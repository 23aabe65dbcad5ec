package io.callscope.standalone.way;

import java.nio.file.Path;

/** The whole way on the embedded broker and PostgreSQL. */
class WholeWayIT extends WholeWayContract {
    @Override
    Servers startServers(Path dataFolder) {
        return Servers.embedded(dataFolder);
    }
}
