package io.callscope.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.DataSource;

/**
 * The role, the database and the password of the embedded PostgreSQL. The password is made once and kept beside the
 * data in a file that only its owner may read: other users of the machine share its ports.
 */
final class DatabaseRole {
    static final String NAME = "callscope";

    private static final int PASSWORD_BYTES = 24;
    private static final String ACCESS = """
            # Written by callscope: every connection shows a password.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private DatabaseRole() {}

    static String password(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Path written = Files.createTempFile(
                    folder,
                    "password",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, HexFormat.of().formatHex(random));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    /** Makes role and database in a new server, and asks for the password from then on. */
    static void create(DataSource superuser, Path dataDirectory, String password) throws SQLException, IOException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            // The password is hexadecimal, and these statements take no parameters.
            statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(NAME, password));
            statement.execute("CREATE DATABASE %s OWNER %s".formatted(NAME, NAME));
            statement.execute("ALTER ROLE postgres PASSWORD '%s'".formatted(password));
            Files.writeString(dataDirectory.resolve("pg_hba.conf"), ACCESS);
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
