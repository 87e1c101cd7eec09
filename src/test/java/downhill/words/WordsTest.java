package downhill.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.TreeScanner;
import downhill.analysis.score.ScoreMetric;
import downhill.model.Families;
import downhill.setting.DeclaredSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All that is said has words in every language, with what is put into them, and there are no words that nobody says. */
class WordsTest {
    private static final Path RESOURCES = Path.of("resources/downhill/words");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    /** What {@link Said} itself says. */
    private static final Set<String> GLUE = Set.of("plain", "join.sentences", "join.reasons", "join.list");

    /** A call of {@code Said.of} with a key that is written out, how much is put in, and where it stands. */
    private record Call(String key, int arguments, String place) {
    }

    private static final List<Call> CALLS = new ArrayList<>();
    private static final Set<String> LITERALS = new TreeSet<>();
    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
    private static final List<String> PUT_IN = new ArrayList<>();

    @BeforeAll
    static void readTheSource() throws IOException {
        for (String root : List.of("src/main/java/downhill", "src/spark/java/downhill")) {
            for (CompilationUnitTree unit : Sources.in(Path.of(root))) {
                unit.accept(new Reader(unit), null);
            }
        }
    }

    @Test
    void whatIsSaidHasWordsAndAsManyArgumentsAsTheyTake() throws IOException {
        Properties english = english();
        assertThat(CALLS).as("the scan finds calls at all").hasSizeGreaterThan(50);
        assertThat(CALLS).filteredOn(call -> !english.containsKey(call.key())).as("in no file").isEmpty();
        assertThat(CALLS).filteredOn(call -> english.containsKey(call.key())
                && call.arguments() != places(english.getProperty(call.key())).size())
                .as("other arguments than the words take").isEmpty();
    }

    @Test
    void allWordsAreSaidSomewhere() throws IOException {
        Set<String> settings = DeclaredSettings.words();
        Families.all().forEach(family -> settings.add(family.label().key()));
        Arrays.stream(ScoreMetric.values()).forEach(metric -> settings.add(metric.said().key()));
        assertThat(english().stringPropertyNames()).filteredOn(key -> !GLUE.contains(key) && !LITERALS.contains(key)
                && !settings.contains(key)).as("words that nobody says").isEmpty();
    }

    /** What is put in is a name, a number or said itself: a word of one language would stand in the sentences of all. */
    @Test
    void noWordOfOneLanguageIsPutIn() {
        assertThat(PUT_IN).isEmpty();
    }

    @Test
    void everyLanguageHasTheSameKeysWithTheSameArguments() throws IOException {
        Properties english = english();
        for (Map.Entry<String, Properties> translation : translations().entrySet()) {
            assertThat(translation.getValue().stringPropertyNames()).as(translation.getKey()).isEqualTo(english.stringPropertyNames());
            english.stringPropertyNames().forEach(key -> assertThat(places(translation.getValue().getProperty(key)))
                    .as(translation.getKey() + ": " + key).isEqualTo(places(english.getProperty(key))));
        }
    }

    @Test
    void argumentsAreNumberedFromZero() throws IOException {
        Properties english = english();
        english.stringPropertyNames().forEach(key -> assertThat(places(english.getProperty(key))).as(key)
                .containsExactlyElementsOf(IntStream.range(0, places(english.getProperty(key)).size()).boxed().toList()));
    }

    @Test
    void noKeyIsDefinedTwice() throws IOException {
        for (Path file : files()) {
            List<String> keys = Files.readAllLines(file).stream().filter(line -> line.matches("[\\w.-]+\\s*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip()).toList();
            assertThat(keys).as(file.toString()).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private static Set<Integer> places(String words) {
        return PLACE.matcher(words).results().map((MatchResult found) -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties english() throws IOException {
        return read(RESOURCES.resolve("words.properties"));
    }

    private static Map<String, Properties> translations() throws IOException {
        Map<String, Properties> translations = new LinkedHashMap<>();
        for (Path file : files()) {
            if (!file.endsWith("words.properties")) {
                translations.put(file.getFileName().toString(), read(file));
            }
        }
        assertThat(translations).containsKey("words_zh_CN.properties");
        return translations;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES)) {
            return files.sorted().toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }

    private static final class Reader extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;

        Reader(CompilationUnitTree unit) {
            this.unit = unit;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect().toString().equals("Said.of") && !isSpread(call)) {
                keys(call.getArguments().get(0))
                        .forEach(key -> CALLS.add(new Call(key, call.getArguments().size() - 1, Sources.name(unit))));
                call.getArguments().stream().skip(1).flatMap(Reader::keys).filter(text -> WORD.matcher(text).find())
                        .forEach(text -> PUT_IN.add(Sources.name(unit) + ": " + text));
            }
            return super.visitMethodInvocation(call, nothing);
        }

        /** Whether what is put in is an array: how many there are is not written there. */
        private static boolean isSpread(MethodInvocationTree call) {
            return call.getArguments().size() == 2 && call.getArguments().get(1).toString().endsWith("toArray()");
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text) {
                LITERALS.add(text);
            }
            return null;
        }

        private static Stream<String> keys(ExpressionTree node) {
            if (node instanceof ParenthesizedTree brackets) {
                return keys(brackets.getExpression());
            }
            if (node instanceof ConditionalExpressionTree choice) {
                return Stream.concat(keys(choice.getTrueExpression()), keys(choice.getFalseExpression()));
            }
            return node instanceof LiteralTree literal && literal.getValue() instanceof String text ? Stream.of(text) : Stream.of();
        }
    }
}
