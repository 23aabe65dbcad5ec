package io.callscope.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whose a folder is. Stateless. */
public final class Ownership {
    private Ownership() {}

    /**
     * Checks that a folder belongs to the user of this process. Root may write everywhere, but what it wrote into
     * another user's folder that user could no longer use. Not checked where there is no {@code /proc}.
     *
     * @param what the folder is of, for the message
     * @throws EmbeddedStartException naming both users and the ways out
     */
    public static void requireOwn(Path folder, String what) throws IOException {
        @Nullable Object own = uidOfThisProcess();
        if (own != null && !own.equals(Files.getAttribute(folder, "unix:uid"))) {
            throw new EmbeddedStartException(
                    "the folder %s of the %s belongs to user %s, and this process runs as %s: run it as that user, choose another folder, or delete that one"
                            .formatted(folder, what, Files.getOwner(folder), System.getProperty("user.name")));
        }
    }

    private static @Nullable Object uidOfThisProcess() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) ? Files.getAttribute(self, "unix:uid") : null;
    }
}
