package io.callscope.analytics.comments;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbiCommentsIT {
    private static final Instant NOW = Instant.parse("2026-10-14T12:00:00Z");
    private static final User ANNA = user("anna", TeamScope.all());
    private static final User BORIS = user("boris", TeamScope.of(Set.of("Линия 1")));
    private static final User STRANGER = user("stranger", TeamScope.of(Set.of("Линия 2", "Линия 3")));

    private static AnalyticsDatabase database;
    private static JdbiComments comments;

    @BeforeAll
    static void open() {
        database = TestDatabase.empty();
        comments = new JdbiComments(database.dataSource());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void commentsStandInTheOrderOfTheCall() {
        // Given
        CallId call = call("ordered");
        add(call, 90_000L, ANNA, "потом");
        add(call, null, BORIS, "в целом\0");
        add(call, 5_000L, ANNA, "сначала");

        // When
        List<Comment> all = comments.on(call, TeamScope.all());

        // Then
        assertThat(all).extracting(Comment::text).containsExactly("в целом\uFFFD", "сначала", "потом");
        assertThat(all).extracting(Comment::number).containsExactly(2, 3, 1);
        assertThat(all.get(0)).isEqualTo(new Comment(call, 2, null, "boris", "Имя boris", "в целом\uFFFD", NOW));
        assertThat(comments.on(call("other"), TeamScope.all())).isEmpty();
    }

    @Test
    void aCallOfAnotherTeamIsNotThere() {
        // Given
        CallId call = call("foreign");
        add(call, null, ANNA, "да");

        // When
        // Then
        assertThat(comments.on(call, STRANGER.scope())).isEmpty();
        assertThat(comments.add(new NewComment(call, null, STRANGER, "и я"), NOW))
                .isEmpty();
        assertThat(comments.add(new NewComment(new CallId("nobody"), null, ANNA, "да"), NOW))
                .isEmpty();
        assertThat(comments.on(call, BORIS.scope())).hasSize(1);
    }

    @Test
    void onlyTheAuthorTakesItBackWithinADayAndItIsKept() throws Exception {
        // Given
        CallId call = call("regretted");
        Comment comment = add(call, null, ANNA, "не то");
        Instant dayLater = NOW.plus(Duration.ofHours(24));

        // When
        boolean byAnother = comments.delete(call, comment.number(), BORIS, NOW);
        boolean tooLate = comments.delete(call, comment.number(), ANNA, dayLater);
        boolean byTheAuthor = comments.delete(call, comment.number(), ANNA, dayLater.minusSeconds(1));
        boolean again = comments.delete(call, comment.number(), ANNA, NOW);
        Comment next = add(call, null, ANNA, "вот так");

        // Then
        assertThat(List.of(byAnother, tooLate, byTheAuthor, again)).containsExactly(false, false, true, false);
        assertThat(comments.on(call, TeamScope.all())).containsExactly(next);
        assertThat(next.number()).isEqualTo(2);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet kept = statement.executeQuery(
                        "SELECT text, deleted_at FROM comments WHERE call_id = 'regretted' AND number = 1")) {
            assertThat(kept.next()).isTrue();
            assertThat(kept.getString(1)).isEqualTo("не то");
            assertThat(kept.getTimestamp(2)).isNotNull();
        }
    }

    @Test
    void twoAtOnceGetDifferentNumbers() {
        // Given
        CallId call = call("crowded");

        // When
        IntStream.range(0, 24).parallel().forEach(i -> add(call, null, ANNA, "да " + i));

        // Then
        assertThat(comments.on(call, TeamScope.all()))
                .extracting(Comment::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 24).boxed().toList());
    }

    private static Comment add(CallId call, @Nullable Long atMs, User author, String text) {
        return comments.add(new NewComment(call, atMs, author, text), NOW).orElseThrow();
    }

    private static CallId call(String id) {
        new JdbiCallRepository(database.dataSource())
                .recorded(CallFixtures.recorded(id, CallFixtures.metadata(), CallFixtures.STARTED));
        return new CallId(id);
    }

    private static User user(String login, TeamScope scope) {
        return new User(login, "Имя " + login, Role.CONTROLLER, scope);
    }
}
