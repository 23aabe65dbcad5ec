package io.callscope.model.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** FIPS 180-4, example of one block. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void everyWayGivesThePublishedHash() throws Exception {
        // Given
        byte[] abc = "abc".getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = Sha256.begin();
        digest.update(abc);

        // When
        // Then
        assertThat(Sha256.hex("abc")).isEqualTo(ABC);
        assertThat(Sha256.hex(abc)).isEqualTo(ABC);
        assertThat(Sha256.hex(new ByteArrayInputStream(abc))).isEqualTo(ABC);
        assertThat(Sha256.hex(digest)).isEqualTo(ABC);
        assertThat(Sha256.bytes(abc)).hasSize(32);
    }
}
