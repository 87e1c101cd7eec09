package downhill.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import downhill.store.PlainJson;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page, what it asks, and what is told to other programs. */
class ServePageTest {
    @TempDir
    private static Path folder;
    private static Asking asking;

    @BeforeAll
    static void serve() {
        asking = Asking.of(ServedModels.write(folder.resolve("m.downhill-model"), 1));
    }

    @AfterAll
    static void end() {
        asking.close();
    }

    @Test
    void thePageFetchesNothingFromElsewhereAndRunsNothingElse() {
        HttpResponse<String> page = asking.get("");
        String policy = page.headers().firstValue("content-security-policy").orElseThrow();
        String nonce = Pattern.compile("script-src 'nonce-([^']{20,})'").matcher(policy).results().findFirst().orElseThrow().group(1);
        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe");
        assertThat(page.body()).contains("<script nonce=\"" + nonce + "\">", "<style nonce=\"" + nonce + "\">")
                .doesNotContain("http://", "https://", "@NONCE@", "@TEXTS@").doesNotContainPattern(" (style|on[a-z]+)=\"");
        assertThat(asking.get("").body()).as("a number is used once").doesNotContain(nonce);
    }

    @Test
    void everyTextOfThePageIsThereInBothLanguages() {
        String page = asking.get("").body();
        Map<?, ?> texts = Asking.json(page.substring(page.indexOf("TEXTS = ") + 8, page.indexOf(";\n", page.indexOf("TEXTS = "))));
        Set<String> said = Pattern.compile("\\bsay\\(\"([a-z.]+)\"[,)]").matcher(page).results().map(each -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(said).hasSizeGreaterThan(5);
        for (String language : List.of("en", "zh")) {
            Map<?, ?> words = (Map<?, ?>) texts.get(language);
            assertThat(words.keySet().containsAll(said)).as(said + " in " + words.keySet()).isTrue();
            assertThat(words.values()).noneMatch(text -> text.toString().startsWith("serve."));
        }
    }

    /** What the document names is there, and what is there it names. */
    @Test
    void theDocumentForProgramsTellsTheAddressesThereAre() {
        Map<?, ?> document = Asking.json(asking.get("openapi.json").body());
        assertThat(document.get("openapi")).isEqualTo("3.0.3");
        ((Map<?, ?>) document.get("paths")).forEach((path, methods) -> ((Map<?, ?>) methods).keySet().forEach(method -> {
            String address = path.toString().substring(1).replace("{model}", "m").replace("{version}", "1");
            int status = method.equals("get") ? asking.get(address).statusCode() : asking.post(address, "{}").statusCode();
            assertThat(status).as(address).isEqualTo(method.equals("get") ? 200 : 400);
        }));
        Set<String> named = ((Map<?, ?>) document.get("paths")).keySet().stream().map(Object::toString)
                .map(path -> path.substring(path.lastIndexOf('/') + 1)).collect(Collectors.toSet());
        assertThat(named).contains("infer", "predict", "explain", "columns", "drift", "ready", "live", "metrics", "models");
        String text = asking.get("openapi.json").body();
        for (MatchResult reference : Pattern.compile("#/components/(\\w+)/(\\w+)").matcher(text).results().toList()) {
            Map<?, ?> kinds = (Map<?, ?>) ((Map<?, ?>) document.get("components")).get(reference.group(1));
            assertThat(kinds.containsKey(reference.group(2))).as(reference.group()).isTrue();
        }
    }

    @Test
    void anAnswerIsExplainedByColumnsThatAddUp() {
        Map<?, ?> rows = Map.of("rows", List.of(Map.of("size", 9, "kind", "green", "day", "1997-05-19")));
        Map<?, ?> told = asking.ask("v2/models/m/explain", rows);
        double sum = (Double) told.get("base");
        for (Object column : Asking.list(told, "columns")) {
            sum += ((Number) ((Map<?, ?>) column).get("effect")).doubleValue();
        }
        assertThat(sum).isCloseTo((Double) told.get("prediction"), within(1e-12));
        assertThat(Asking.list(told, "columns")).extracting("column").containsExactlyInAnyOrder("size", "kind", "day");
        Map<?, ?> row = (Map<?, ?>) Asking.list(asking.ask("v2/models/m/predict", rows), "predictions").get(0);
        assertThat(told.get("of")).isEqualTo(row.get("prediction"));
        assertThat((Double) told.get("prediction")).isCloseTo((Double) ((Map<?, ?>) row.get("probabilities")).get(told.get("of")),
                within(1e-12));
    }

    @Test
    void columnsTellAFormWhatItNeeds() {
        Map<?, ?> told = Asking.json(asking.get("v2/models/m/columns").body());
        List<?> columns = Asking.list(told, "columns");
        assertThat(columns).extracting("name").containsExactly("size", "kind", "day");
        assertThat(columns).extracting("type").containsExactly("number", "category", "date");
        assertThat((Map<?, ?>) columns.get(2)).extracting("least", "typical").containsExactly("1994-08-23", "1997-05-19");
        assertThat(told.get("classes")).isEqualTo(List.of("one", "two", "three"));
    }

    @Test
    void driftIsCountedByColumn() {
        Path other = ServedModels.write(folder.resolve("other.downhill-model"), 1);
        try (Asking own = Asking.of(other)) {
            own.ask("v2/models/m/predict", Map.of("rows", List.of(Map.of("size", 4, "kind", "red", "day", "1997-05-19"),
                    Map.of("size", 12, "kind", "red"), Map.of("size", 26, "kind", "violet", "day", "1997-05-19"))));
            List<?> lines = Asking.list(Asking.json(own.get("v2/models/m/drift").body()), "columns");
            assertThat(lines).extracting("values").containsExactly(3L, 3L, 2L);
            assertThat(lines).extracting("missing").containsExactly(0L, 0L, 1L);
            assertThat(lines).extracting("outside").containsExactly(2L, 1L, 0L);
            assertThat(lines).extracting("far_outside").containsExactly(1L, 1L, 0L);
            assertThat((Map<?, ?>) lines.get(0)).extracting("mean", "training_center").containsExactly(14.0, 5.0);
        }
    }

    /** Lines of a name, labels and a number, each family told once, buckets that grow. */
    @Test
    void metricsAreAsPrometheusReadsThem() throws IOException, InterruptedException {
        asking.post("v2/models/m/predict", "{}");
        String text = asking.get("metrics").body();
        String name = "[a-zA-Z_:][a-zA-Z0-9_:]*";
        assertThat(text.lines()).allMatch(line -> line.matches("# HELP " + name + " .+|# TYPE " + name + " (counter|gauge|histogram)|"
                + name + "(\\{" + name + "=\"(\\\\.|[^\"\\\\])*\"(," + name + "=\"(\\\\.|[^\"\\\\])*\")*})? [-+0-9.eE]+"));
        assertThat(text.lines().filter(line -> line.startsWith("# TYPE"))).doesNotHaveDuplicates();
        assertThat(text).contains("downhill_requests_total{model=\"m\",what=\"predict\",code=\"400\"}", "le=\"+Inf\"");
        List<Double> buckets = text.lines().filter(line -> line.startsWith("downhill_request_seconds_bucket{model=\"m\""))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).toList();
        assertThat(buckets).isSorted().hasSizeGreaterThan(10);
        Path file = Files.writeString(folder.resolve("metrics.txt"), text);
        assumeThat(isAtHand("promtool")).as("promtool").isTrue();
        Process check = new ProcessBuilder("promtool", "check", "metrics").redirectInput(file.toFile()).redirectErrorStream(true).start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
    }

    private static boolean isAtHand(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void labelsCannotBreakLines() {
        Exposition text = new Exposition();
        text.line("a", 1, "b", "x\"y\\z\nw");
        text.line("c", 0.25);
        assertThat(text.toString()).isEqualTo("a{b=\"x\\\"y\\\\z\\nw\"} 1\nc 0.25\n");
    }

    @Test
    void plainJsonComesBackAsItWent() {
        Map<?, ?> value = Map.of("a", List.of(1L, -0.0, 1e300, "\u00e9\"\n", true, List.of()));
        assertThat(Asking.json(new String(PlainJson.write(value), StandardCharsets.UTF_8))).isEqualTo(value);
        assertThat(new String(PlainJson.write(new double[] {1, Double.NaN}), StandardCharsets.UTF_8)).isEqualTo("[1.0,null]");
    }
}
