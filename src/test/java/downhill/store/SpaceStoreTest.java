package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.study.space.Choices;
import downhill.study.space.NumberRange;
import downhill.study.space.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceStoreTest {
    @TempDir
    private Path folder;

    private SearchSpace read(String json) throws IOException {
        return SpaceStore.read(Files.writeString(folder.resolve("space.json"), json));
    }

    @Test
    void allWaysToWriteAKnobMeanWhatTheySay() throws IOException {
        SearchSpace space = read("""
                {"momentum": {"low": 0.5, "high": 0.99, "if": {"optimizer": ["momentum", "nesterov"]}},
                 "optimizer": ["adam", "momentum", "nesterov"], "learningRate": "1e-4..1:log",
                 "batch": {"low": 8, "high": 64, "log": true, "int": true}, "width": {"values": [16, "16-16", 0.5, true]}}""");
        assertThat(space.knobs().get(0).name()).isEqualTo("optimizer");
        assertThat(space.knob("learningRate").orElseThrow().extent()).isEqualTo(NumberRange.real(1e-4, 1, true));
        assertThat(space.knob("batch").orElseThrow().extent()).isEqualTo(NumberRange.whole(8, 64, true));
        assertThat(((Choices) space.knob("width").orElseThrow().extent()).values()).isEqualTo(List.of(16L, "16-16", 0.5, true));
        assertThat(space.values(knob -> 0.0)).doesNotContainKey("momentum");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}|nothing to search over", "[1]|a space is an object", "{'a': 3}|a must be a list of values", "{'a': {'low': 1}}|\"high\" must be",
        "{'a': {'low': 2, 'high': 1}}|line 1: a: the first number", "{'a': {'hi': 2}}|\"hi\", which is none of high, if, int",
        "{'a': [1, [2]]}|a must be a list", "{'a': [1, 1]}|stands twice", "{'a': '1..x'}|\"x\" is not a number",
        "{'a': [1, 2], 'b': {'low': 1, 'high': 2, 'if': {'c': 1}}}|c is not searched over", "{'a': [1, 2]|line 1",
        "{'a': [1], 'a': [2]}|stands twice", "{'a': {'low': 1, 'high': 2, 'log': 'yes'}}|a must be a list", "{'a': null}|a must be"})
    void whatIsWrongIsSaidInOneSentenceWithTheFile(String json, String why) {
        assertThatThrownBy(() -> read(json.replace('\'', '"'))).isInstanceOf(StoreException.class).hasMessageContaining("space.json")
                .hasMessageContaining(why).satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
}
