package io.callscope.kit.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesTest {
    @Test
    void closesInReverseAndGoesOnAfterAFailure() {
        // Given
        List<String> closed = new ArrayList<>();
        Resources resources = new Resources();
        resources.add(() -> closed.add("first"));
        resources.add(() -> {
            throw new IllegalStateException("cannot close");
        });
        resources.add(() -> closed.add("last"));

        // When
        resources.close();

        // Then
        assertThat(closed).containsExactly("last", "first");
    }
}
