package downhill.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Words are complete in both languages, all are used, and they follow the language at run time. */
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/downhill/ui");
    private static final Path RESOURCES = Path.of("resources/downhill/ui/i18n");
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:Messages\\s*\\.(?:text|binding)|Labels\\s*\\.(?:of|secondary)|Buttons\\s*\\.\\w+|new EmptyState)\\s*\\(\\s*(?:Feather\\.\\w+,\\s*|\"\\w\",\\s*)?\"([A-Za-z][\\w.-]*)\"(?!\\s*\\+)");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z][\\w.-]*)\"");

    @AfterEach
    void speakEnglish() {
        Messages.languageProperty().set(Language.ENGLISH);
    }

    @Test
    void everyKeyThatCodeAsksForIsInBothLanguages() throws IOException {
        Set<String> asked = matches(ASKED);
        Properties english = english();
        Properties chinese = chinese();
        assertThat(asked).as("the scan finds keys at all").contains("notice.dismiss");
        assertThat(asked).filteredOn(key -> !english.containsKey(key)).as("missing in messages.properties").isEmpty();
        assertThat(asked).filteredOn(key -> !chinese.containsKey(key)).as("missing in messages_zh_CN.properties").isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(chinese().stringPropertyNames()).isEqualTo(english().stringPropertyNames());
    }

    /** A key counts as used where it stands in the code as a literal, or where a literal that ends with a dot begins it. */
    @Test
    void everyKeyIsUsed() throws IOException {
        Set<String> literals = matches(LITERAL);
        List<String> beginnings = literals.stream().filter(literal -> literal.endsWith(".")).toList();
        assertThat(english().stringPropertyNames()).filteredOn(key -> !literals.contains(key)
                && beginnings.stream().noneMatch(key::startsWith))
                .as("keys that no code under downhill.ui names").isEmpty();
    }

    @Test
    void argumentsAreTheSameInBothLanguages() throws IOException {
        Properties english = english();
        Properties chinese = chinese();
        assertThat(english.stringPropertyNames()).filteredOn(chinese::containsKey)
                .allSatisfy(key -> assertThat(arguments(chinese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key))));
    }

    @Test
    void noKeyIsDefinedTwice() throws IOException {
        for (String file : List.of("messages.properties", "messages_zh_CN.properties")) {
            List<String> keys = Files.readAllLines(RESOURCES.resolve(file)).stream().filter(line -> line.matches("[\\w.-]+\\s*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip()).toList();
            assertThat(keys).as(file).doesNotHaveDuplicates();
        }
    }

    @Test
    void bindingsFollowTheLanguageAndTheirArguments() {
        SimpleStringProperty name = new SimpleStringProperty("SGD");
        StringBinding words = Messages.binding("slider.of", name);
        assertThat(words.get()).isEqualTo("SGD: slider");
        name.set("Adam");
        assertThat(words.get()).isEqualTo("Adam: slider");
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(words.get()).isEqualTo("Adam：滑块");
    }

    @Test
    void anUnknownKeyIsShownAsItself() {
        assertThat(Messages.text("no.such.key")).isEqualTo("no.such.key");
    }

    private static Set<String> matches(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }

    private static Set<String> arguments(String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(pattern);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found.stream().collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties english() throws IOException {
        return read("messages.properties");
    }

    private static Properties chinese() throws IOException {
        return read("messages_zh_CN.properties");
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(RESOURCES.resolve(name))) {
            properties.load(in);
        }
        return properties;
    }

    /** Rows that come and go for hours leave nothing that a change of language would have to go through. */
    @Test
    void wordsThatNobodyHoldsAreForgotten() {
        StringBinding held = Messages.binding("notice.dismiss");
        int before = SpokenWords.count();
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < before + 1000; i++) {
                Messages.binding("notice.dismiss").get();
            }
            System.gc();
        }
        assertThat(SpokenWords.count()).as("of more than ten thousand").isLessThan(5 * (before + 1000));
        assertThat(held.get()).isEqualTo(Messages.text(Language.ENGLISH, "notice.dismiss"));
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(held.get()).isEqualTo(Messages.text(Language.CHINESE, "notice.dismiss"));
    }
}
