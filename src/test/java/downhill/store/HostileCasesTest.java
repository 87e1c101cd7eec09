package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.model.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A conformance case in which any one value is another: it is read, or refused in a sentence as the command expects; never else. */
class HostileCasesTest {
    private static final Path CASES = Path.of("src/test/resources/conformance");
    private static final List<String> VALUES = List.of("-1", "0", "-7", "3", "2147483647", "1e308", "-0.5", "NaN", "null", "\"x\"", "\"\"",
            "true", "[]", "{}", "[[1], 2]", "[-1]", "[2147483647, 2147483647]", "{\"name\": 1}");
    /** Elements of lists beyond these are like those before. */
    private static final int FIRST = 2;
    private static final int DEEPEST = 5;
    /** At each place each so-manieth value is tried, at the next place the others. */
    private static final int EACH = 6;
    @TempDir
    private Path folder;

    /** A value in a document can be replaced by another. */
    private interface Place {
        void put(JsonNode value);
    }

    private static List<Place> places(JsonNode node, int depth) {
        List<Place> places = new ArrayList<>();
        if (depth < DEEPEST && node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
                places.add(value -> object.set(entry.getKey(), value));
                places.addAll(places(entry.getValue(), depth + 1));
            }
        } else if (depth < DEEPEST && node instanceof ArrayNode array) {
            for (int i = 0; i < Math.min(FIRST, array.size()); i++) {
                int at = i;
                places.add(value -> array.set(at, value));
                places.addAll(places(array.get(i), depth + 1));
            }
        }
        return places;
    }

    private static JsonNode parsed(String text) {
        return Json.parseWithNaN(text.getBytes(StandardCharsets.UTF_8), "value");
    }

    /** Whether it is refused. */
    private boolean refused(JsonNode tree, String how) throws IOException {
        Path file = Files.writeString(folder.resolve("case.json"), tree.toString());
        try {
            ConformanceCase read = ConformanceStore.read(file);
            assertThat(read.subject()).as(how).isNotNull();
            return false;
        } catch (UnsupportedCaseException | ModelException | StoreException e) {
            assertThat(e.getMessage()).as(how).isNotBlank().doesNotContain("\n");
            return true;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new AssertionError(how + ": " + e, e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"surface-quadratic-adam", "model-linear-gd", "model-softmax-rmsprop", "model-mlp-tanh-adam-minibatch",
        "model-gru-adam", "model-transformer-adam", "model-cnn-adam"})
    void anyValueMayBeAnother(String name) throws IOException {
        String text = Files.readString(CASES.resolve(name + ".json"));
        int count = places(parsed(text), 0).size();
        int refused = 0;
        int tried = 0;
        for (int place = 0; place < count; place++) {
            for (int i = place % EACH; i < VALUES.size(); i += EACH) {
                JsonNode tree = parsed(text);
                places(tree, 0).get(place).put(parsed("[" + VALUES.get(i) + "]").get(0));
                refused += refused(tree, name + ", place " + place + " as " + VALUES.get(i)) ? 1 : 0;
                tried++;
            }
        }
        assertThat(refused).as("of %d", tried).isGreaterThan(tried / 3);
    }

    /** Where nothing is expected of so many steps, the number alone must not be believed. */
    @ParameterizedTest
    @ValueSource(ints = {-1, -5, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aNumberOfStepsThatCannotBeIsRefused(int steps) throws IOException {
        for (String name : new String[] {"surface-quadratic-adam", "model-mlp-tanh-adam-minibatch"}) {
            ObjectNode tree = (ObjectNode) parsed(Files.readString(CASES.resolve(name + ".json")));
            tree.put("steps", steps);
            ((ObjectNode) tree.get("expect")).remove(List.of("loss", "parameters"));
            boolean refused = refused(tree, name + " of " + steps + " steps");
            assertThat(refused).isEqualTo(steps < 0 || name.startsWith("model"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"surface-quadratic-adam", "model-mlp-tanh-adam-minibatch", "model-transformer-adam"})
    void aFieldThatNobodyKnowsIsRefusedByName(String name) throws IOException {
        for (String place : new String[] {"", "expect", "model"}) {
            ObjectNode tree = (ObjectNode) parsed(Files.readString(CASES.resolve(name + ".json")));
            JsonNode within = place.isEmpty() ? tree : tree.get(place);
            if (within instanceof ObjectNode object) {
                object.put("surprise", 1);
                Path file = Files.writeString(folder.resolve("case.json"), tree.toString());
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ConformanceStore.read(file)))
                        .isInstanceOf(UnsupportedCaseException.class).hasMessageContaining("surprise");
            }
        }
    }
}
