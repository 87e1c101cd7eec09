package downhill.serve;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.export.ExportCases;
import downhill.model.TrainedEnsemble;
import downhill.store.ModelStore;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the Open Inference Protocol's own schemas ask of each answer (kserve/open-inference-protocol, open_inference_rest.yaml, version 2.0
 * of its Data Plane; what is required and of which type is told here, nothing of the file is copied), asked by a client that knows the
 * protocol and, of a model, what its metadata say.
 */
class ProtocolSchemasTest {
    private static final Set<String> DATATYPES = Set.of("BOOL", "UINT8", "UINT16", "UINT32", "UINT64", "INT8", "INT16", "INT32", "INT64",
            "FP16", "FP32", "FP64", "BYTES");
    /** Of each kind of object: its fields with their types; ! for one that must be there, [] for a list. */
    private static final Map<String, List<String>> SCHEMAS = Map.of(
            "server", List.of("name string !", "version string !", "extensions string[] !"),
            "model", List.of("name string !", "versions string[]", "platform string !", "inputs tensor[]", "outputs tensor[]"),
            "tensor", List.of("name string !", "datatype string !", "shape integer[] !"),
            "response", List.of("model_name string !", "model_version string", "id string", "parameters object", "outputs output[] !"),
            "output", List.of("name string !", "shape integer[] !", "datatype string !", "parameters object", "data scalar[] !"),
            "request", List.of("id string", "parameters object", "inputs input[] !", "outputs wanted[]"),
            "failure", List.of("error string !"));

    /** What the served document calls them. */
    private static final Map<String, String> DOCUMENTED = Map.of("Server", "server", "Metadata", "model", "TensorMetadata", "tensor",
            "InferResponse", "response", "Tensor", "output", "InferRequest", "request", "Error", "failure");

    @TempDir
    private Path folder;

    private static void conforms(String kind, Object value) {
        assertThat(value).as(kind).isInstanceOf(Map.class);
        Map<?, ?> object = (Map<?, ?>) value;
        Set<Object> unknown = new HashSet<>(object.keySet());
        for (String field : SCHEMAS.get(kind)) {
            String[] parts = field.split(" ");
            unknown.remove(parts[0]);
            if (parts.length > 2 || object.containsKey(parts[0])) {
                fits(kind + "." + parts[0], parts[1], object.get(parts[0]));
            }
        }
        assertThat(unknown).as("fields of %s that the protocol does not know", kind).isEmpty();
    }

    private static void fits(String where, String type, Object value) {
        if (type.endsWith("[]")) {
            assertThat(value).as(where).isInstanceOf(List.class);
            ((List<?>) value).forEach(each -> fits(where, type.substring(0, type.length() - 2), each));
            return;
        }
        switch (type) {
            case "string" -> assertThat(value).as(where).isInstanceOf(String.class);
            case "integer" -> assertThat(value).as(where).isInstanceOf(Long.class);
            case "scalar" -> assertThat(value instanceof String || value instanceof Number || value instanceof Boolean).as(where).isTrue();
            case "object" -> assertThat(((Map<?, ?>) value).values()).as(where)
                    .allMatch(each -> each instanceof String || each instanceof Number || each instanceof Boolean);
            default -> conforms(type, value);
        }
    }

    private static Map<?, ?> good(HttpResponse<String> reply, String kind) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        Map<?, ?> json = Asking.json(reply.body());
        conforms(kind, json);
        return json;
    }

    /** A request made of what the metadata say: as many rows as are asked for, of any values of the types that are told. */
    private static Map<String, Object> request(Map<?, ?> metadata, int rows) {
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (Object each : (List<?>) metadata.get("inputs")) {
            Map<?, ?> input = (Map<?, ?>) each;
            boolean text = input.get("datatype").equals("BYTES");
            List<Object> data = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                data.add(text ? "2024-12-" + (10 + row % 20) : (Object) (0.25 + row));
            }
            inputs.add(new LinkedHashMap<>(Map.of("name", input.get("name"), "datatype", input.get("datatype"), "shape", List.of(rows, 1),
                    "data", data)));
        }
        return Map.of("id", "42", "inputs", inputs);
    }

    /** What the served document says of requests and answers is what the protocol has: fields, types, and what must be there. */
    @Test
    void theServedDocumentSaysWhatTheProtocolHas() {
        Path file = folder.resolve("model.downhill-model");
        ModelStore.write(file, ExportCases.distinct().get(0));
        try (Asking asking = Asking.of(file)) {
            Map<?, ?> document = Asking.json(asking.get("openapi.json").body());
            Map<?, ?> paths = (Map<?, ?>) document.get("paths");
            assertThat(paths.keySet().stream().map(each -> each.toString().replaceAll("\\{[a-z]+}", "*")).toList()).contains("/v2",
                    "/v2/health/live", "/v2/health/ready", "/v2/models/*", "/v2/models/*/ready", "/v2/models/*/infer", "/v2/models/*/versions/*",
                    "/v2/models/*/versions/*/ready", "/v2/models/*/versions/*/infer");
            Map<?, ?> schemas = (Map<?, ?>) ((Map<?, ?>) document.get("components")).get("schemas");
            DOCUMENTED.forEach((served, kind) -> documents((Map<?, ?>) schemas.get(served), served, SCHEMAS.get(kind)));
        }
    }

    private static void documents(Map<?, ?> schema, String name, List<String> fields) {
        Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
        List<?> required = (List<?>) schema.get("required");
        for (String field : fields) {
            String[] parts = field.split(" ");
            Map<?, ?> property = (Map<?, ?>) properties.get(parts[0]);
            if (parts.length > 2) {
                assertThat(required.contains(parts[0])).as("%s.%s must be there", name, parts[0]).isTrue();
            }
            if (property != null) {
                String type = parts[1].endsWith("[]") ? "array" : parts[1];
                assertThat(property.get("type")).as("%s.%s", name, parts[0]).isEqualTo(type);
            } else {
                assertThat(parts[0]).as("what is left out of %s", name).isEqualTo("parameters");
            }
        }
    }

    @Test
    void everyAnswerIsAsTheProtocolHasIt() {
        for (TrainedEnsemble model : ExportCases.distinct()) {
            Path file = folder.resolve("model.downhill-model");
            ModelStore.write(file, model);
            try (Asking asking = Asking.of(file)) {
                asked(asking, model);
            }
        }
    }

    private static void asked(Asking asking, TrainedEnsemble model) {
        good(asking.get("v2/"), "server");
        good(asking.get("v2"), "server");
        for (String health : List.of("v2/health/live", "v2/health/ready", "v2/models/m/ready", "v2/models/m/versions/1/ready")) {
            assertThat(asking.get(health).statusCode()).as(health).isEqualTo(200);
        }
        Map<?, ?> metadata = good(asking.get("v2/models/m/versions/1"), "model");
        assertThat(metadata).isEqualTo(good(asking.get("v2/models/m"), "model"));
        int rows = model.preprocessing().reach() + 3;
        Map<?, ?> reply = asking.ask("v2/models/m/versions/1/infer", request(metadata, rows));
        conforms("response", reply);
        assertThat(reply.get("id")).isEqualTo("42");
        assertThat(reply.get("model_name")).isEqualTo("m");
        List<?> outputs = (List<?>) reply.get("outputs");
        assertThat(outputs).hasSameSizeAs((List<?>) metadata.get("outputs"));
        for (int i = 0; i < outputs.size(); i++) {
            told((Map<?, ?>) outputs.get(i), (Map<?, ?>) ((List<?>) metadata.get("outputs")).get(i));
        }
        refusals(asking);
        assertThat(new Rehearsal(asking.shelf(), Asking.SMALL).run(0, () -> false)).as("what a server asks itself")
                .hasSize(2).containsOnly(200);
    }

    /** An output is of the name and type that were told, and holds as many values as its shape says, of that type. */
    private static void told(Map<?, ?> output, Map<?, ?> metadata) {
        assertThat(output.get("name")).isEqualTo(metadata.get("name"));
        assertThat(output.get("datatype")).isEqualTo(metadata.get("datatype")).isIn(DATATYPES);
        List<?> shape = (List<?>) output.get("shape");
        List<?> open = (List<?>) metadata.get("shape");
        long count = 1;
        for (int axis = 0; axis < shape.size(); axis++) {
            assertThat(open.get(axis)).isIn(-1L, shape.get(axis));
            count *= (Long) shape.get(axis);
        }
        Class<?> type = output.get("datatype").equals("BYTES") ? String.class : Number.class;
        assertThat((List<?>) output.get("data")).hasSize((int) count).hasOnlyElementsOfType(type);
    }

    private static void refusals(Asking asking) {
        for (HttpResponse<String> reply : List.of(asking.get("v2/models/none"), asking.get("v2/models/m/versions/9"),
                asking.post("v2/models/m/versions/1/infer", "{}"), asking.post("v2/models/m/versions/1/infer", "nothing"),
                asking.post("v2/models/m/infer", "{\"inputs\":[{\"name\":\"none\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}]}"))) {
            assertThat(reply.statusCode()).as(reply.body()).isBetween(400, 499);
            conforms("failure", Asking.json(reply.body()));
        }
    }
}
