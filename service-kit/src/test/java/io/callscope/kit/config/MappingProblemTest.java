package io.callscope.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingProblemTest {
    record Shelf(List<Book> books) {}

    record Book(String title, int pages) {
        Book {
            if (pages < 1) {
                throw new IllegalArgumentException("pages %d: expected 1 or more".formatted(pages));
            }
        }
    }

    @Test
    void anUnknownKeyIsNamedWithItsPlaceAndTheNearestOne() {
        assertThat(problem("books: [{title: a, pages: 1}, {titl: b, pages: 1}]"))
                .isEqualTo("books[1].titl: unknown key; did you mean \"title\"?");
    }

    @Test
    void anUnknownKeyThatIsLikeNoneListsThoseThereAre() {
        assertThat(problem("shelves: 3")).isEqualTo("shelves: unknown key; expected one of books");
    }

    @Test
    void whatARecordRefusesIsSaidInItsWordsWithThePlace() {
        assertThat(problem("books: [{title: a, pages: 0}]")).isEqualTo("books[0]: pages 0: expected 1 or more");
    }

    private static String problem(String yaml) {
        return MappingProblem.of(
                catchThrowableOfType(JsonMappingException.class, () -> new YAMLMapper().readValue(yaml, Shelf.class)));
    }
}
