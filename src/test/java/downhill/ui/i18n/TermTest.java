package downhill.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.ContenderSettings;
import downhill.race.document.TrainingSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be asked for is explained, in every language, and nothing else is. */
class TermTest {
    @Test
    void everyTermHasAWordAndAMeaningInEveryLanguage() {
        for (Language language : Language.values()) {
            assertThat(Term.values()).allSatisfy(term -> {
                assertThat(term.word(language)).as("%s in %s", term, language).isNotBlank();
                assertThat(term.meaning(language)).as("%s in %s", term, language).hasSizeGreaterThan(10);
            });
            assertThat(Arrays.stream(Term.values()).map(term -> term.word(language)).toList()).as("words in %s", language)
                    .doesNotHaveDuplicates();
        }
        assertThat(Term.values()).allSatisfy(term -> assertThat(term.meaning(Language.CHINESE))
                .isNotEqualTo(term.meaning(Language.ENGLISH)));
    }

    @Test
    void noWordsAreLeftOver() throws IOException {
        Set<String> english = keys("glossary.properties");
        assertThat(english).hasSize(2 * Term.values().length).isEqualTo(keys("glossary_zh_CN.properties"));
    }

    /** The key of a setting that was renamed would explain nothing any more. */
    @Test
    void whatIsLinkedExists() throws IOException {
        Set<String> words = keys("messages.properties");
        String sources = sources();
        assertThat(Term.values()).allSatisfy(term -> assertThat(term.labels())
                .allMatch(key -> words.contains(key) || sources.contains('"' + key + '"')));
        assertThat(Term.of(TrainingSettings.BATCH.key())).contains(Term.BATCH);
        assertThat(Term.of(ContenderSettings.SEEDS.key())).contains(Term.SEED);
        assertThat(Term.of("no such")).isEmpty();
    }

    /** Of all layers below the window, where settings are declared. */
    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/downhill"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(file -> file.toString().endsWith(".java") && !file.startsWith("src/main/java/downhill/ui"))
                    .toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private static Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("resources/downhill/ui/i18n").resolve(file))) {
            properties.load(in);
        }
        return properties.stringPropertyNames();
    }
}
