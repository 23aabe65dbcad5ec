package io.callscope.analytics.llm.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class BoundedSchemaTest {
    @Test
    void listsAndTextsEnd() throws Exception {
        // Given
        String schema = """
                {"type":"object","properties":{"marks":{"type":"array","items":{"type":"object","properties":{
                  "code":{"type":"string","enum":["a","b"]},
                  "utterances":{"type":"array","items":{"type":"integer"}},
                  "anchor":{"type":"string"}}}},"summary":{"type":"string"}}}
                """;

        // When
        JsonNode bounded = new ObjectMapper().readTree(BoundedSchema.of(schema));

        // Then
        JsonNode mark = bounded.at("/properties/marks/items/properties");
        assertThat(bounded.at("/properties/marks/maxItems").asInt()).isEqualTo(5);
        assertThat(mark.at("/utterances/maxItems").asInt()).isEqualTo(4);
        assertThat(mark.at("/anchor/maxLength").asInt()).isEqualTo(120);
        assertThat(mark.at("/code").has("maxLength")).isFalse();
        assertThat(bounded.at("/properties/summary/maxLength").asInt()).isEqualTo(400);
    }

    @Test
    void boundsThatAreThereStay() throws Exception {
        // Given
        String schema = """
                {"type":"object","properties":{"few":{"type":"array","maxItems":2,"items":{"type":"boolean"}},
                  "many":{"type":"array","minItems":500,"items":{"type":"boolean"}},
                  "short":{"type":"string","maxLength":7}}}
                """;

        // When
        JsonNode properties =
                new ObjectMapper().readTree(BoundedSchema.of(schema)).get("properties");

        // Then
        assertThat(properties.at("/few/maxItems").asInt()).isEqualTo(2);
        assertThat(properties.at("/many/maxItems").asInt()).isEqualTo(500);
        assertThat(properties.at("/short/maxLength").asInt()).isEqualTo(7);
    }

    @Test
    void whatIsNoSchemaIsRefused() {
        // When, Then
        assertThatThrownBy(() -> BoundedSchema.of("{")).hasMessage("schema: expected JSON");
    }
}
