package io.callscope.analytics.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NewCommentTest {
    private static final CallId CALL = new CallId("c1");
    private static final User ANNA = new User("anna", "Анна", Role.CONTROLLER, TeamScope.all());

    @Test
    void keepsTheTextWithoutTheBlanksAroundIt() {
        assertThat(new NewComment(CALL, 0L, ANNA, " \n да \t").text()).isEqualTo("да");
    }

    @Test
    void countsCharactersAsReadersDo() {
        // Given
        String full = "🙂".repeat(NewComment.MAX_LENGTH);

        // When
        NewComment comment = new NewComment(CALL, null, ANNA, full);

        // Then
        assertThat(comment.text()).isEqualTo(full);
        assertThatThrownBy(() -> new NewComment(CALL, null, ANNA, full + "x")).hasMessageContaining("2001 characters");
        assertThatThrownBy(() -> new NewComment(CALL, null, ANNA, " ")).hasMessageContaining("0 characters");
        assertThatThrownBy(() -> new NewComment(CALL, -1L, ANNA, "x")).hasMessageContaining("-1 ms");
    }

    @Test
    void onlyTheAuthorTakesItBackAndOnlyWithinADay() {
        // Given
        Instant said = Instant.parse("2026-10-14T12:00:00Z");
        Comment comment = new Comment(CALL, 1, null, "anna", "Анна", "да", said);

        // When
        // Then
        assertThat(comment.mayBeDeleted("anna", said.plus(Comment.REGRET).minusMillis(1)))
                .isTrue();
        assertThat(comment.mayBeDeleted("anna", said.plus(Comment.REGRET))).isFalse();
        assertThat(comment.mayBeDeleted("boris", said)).isFalse();
    }
}
