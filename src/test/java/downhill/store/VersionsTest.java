package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.words.Said;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document says what it is before anything else of it is believed. */
class VersionsTest {
    private static int version(String json) {
        return Versions.of(Json.parse(json.getBytes(StandardCharsets.UTF_8), "a.json"), "a.json", "ours",
                Said.plain("a document of ours"), 3);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void aVersionThatIsKnownIsTaken(int version) {
        assertThat(version("{\"format\": \"ours\", \"version\": " + version + "}")).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "{}", "{\"format\": 3}", "{\"format\": \"theirs\", \"version\": 1}", "{\"version\": 1}",
            "{\"format\": null}"})
    void somethingElseIsNamedSo(String json) {
        assertThatThrownBy(() -> version(json)).isInstanceOf(StoreException.class).hasMessageContaining("a.json is not a document of ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "1.5", "0", "-1", "null", "99999999999", "true"})
    void aVersionIsAWholeNumberFromOne(String version) {
        assertThatThrownBy(() -> version("{\"format\": \"ours\", \"version\": " + version + "}")).isInstanceOf(StoreException.class)
                .hasMessageContaining("whole number from 1");
    }

    @Test
    void aNewerOneTellsWhatItNeeds() {
        assertThatThrownBy(() -> version("{\"format\": \"ours\", \"version\": 4, \"application\": \"9.1\"}"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("version 4").hasMessageContaining("up to version 3").hasMessageContaining("Downhill 9.1");
        assertThatThrownBy(() -> version("{\"format\": \"ours\", \"version\": 4}")).hasMessageNotContaining("(by");
    }
}
