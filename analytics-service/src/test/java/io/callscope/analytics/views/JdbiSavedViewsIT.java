package io.callscope.analytics.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.views.SavedViews.Outcome;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kept filters on the real PostgreSQL. */
class JdbiSavedViewsIT {
    private static AnalyticsDatabase database;

    private JdbiSavedViews views;

    @BeforeAll
    static void start() {
        database = TestDatabase.empty();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        Jdbi.create(database.dataSource()).useHandle(handle -> handle.execute("TRUNCATE saved_views"));
        views = new JdbiSavedViews(database.dataSource(), Clock.systemUTC());
    }

    @Test
    void somebodySeesHisOwnAndTheSharedOnes() {
        // Given
        views.save("anna", "Яркие", "force=status", false);
        views.save("anna", "Возвраты", "reason=refund", true);
        views.save("boris", "Барьеры", "polarity=barrier", true);
        views.save("boris", "Личное", "severity=3", false);

        // When
        List<SavedView> offered = views.offeredTo("anna");

        // Then
        assertThat(offered).extracting(SavedView::name).containsExactly("Возвраты", "Яркие", "Барьеры");
        assertThat(offered).extracting(SavedView::query).contains("reason=refund");
        assertThat(views.find(idOf("boris", "Личное"), "anna")).isEmpty();
        assertThat(views.find(idOf("boris", "Барьеры"), "anna")).isPresent();
    }

    @Test
    void aNameIsTheOwnersOnce() {
        // Given
        views.save("anna", "Возвраты", "reason=refund", false);
        views.save("anna", "Другое", "reason=other", false);

        // When / Then
        assertThat(views.save("anna", "ВОЗВРАТЫ", "force=status", false)).isEqualTo(Outcome.NAME_TAKEN);
        assertThat(views.change(idOf("anna", "Другое"), "anna", "возвраты", false))
                .isEqualTo(Outcome.NAME_TAKEN);
        assertThat(views.save("boris", "Возвраты", "force=status", false)).isEqualTo(Outcome.DONE);
        assertThat(views.change(idOf("anna", "Возвраты"), "anna", "Возвраты!", true))
                .isEqualTo(Outcome.DONE);
        assertThat(views.find(idOf("anna", "Возвраты!"), "boris")).isPresent();
    }

    @Test
    void onlyTheOwnerChanges() {
        // Given
        views.save("anna", "Общая", "reason=refund", true);
        long id = idOf("anna", "Общая");

        // When / Then
        assertThat(views.change(id, "boris", "Моя", false)).isEqualTo(Outcome.UNKNOWN);
        assertThat(views.delete(id, "boris")).isFalse();
        assertThat(views.delete(id, "anna")).isTrue();
        assertThat(views.delete(id, "anna")).isFalse();
        assertThat(views.offeredTo("anna")).isEmpty();
    }

    @Test
    void thereIsAnEndToKeeping() {
        // Given
        for (int i = 0; i < SavedViews.MOST; i++) {
            views.save("anna", "n" + i, "force=status", false);
        }

        // When / Then
        assertThat(views.save("anna", "one more", "force=status", false)).isEqualTo(Outcome.TOO_MANY);
        assertThat(views.save("boris", "first", "force=status", false)).isEqualTo(Outcome.DONE);
    }

    @Test
    void aNameIsAName() {
        for (String name : List.of("", "  ", " a", "ы".repeat(61))) {
            assertThatThrownBy(() -> views.save("anna", name, "force=status", false))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static long idOf(String owner, String name) {
        return Jdbi.create(database.dataSource())
                .withHandle(handle -> handle.createQuery(
                                "SELECT view_id FROM saved_views WHERE owner = :owner AND name = :name")
                        .bind("owner", owner)
                        .bind("name", name)
                        .mapTo(Long.class)
                        .one());
    }
}
