package downhill.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the docs name exists: a page that speaks of classes and files that have gone leads people astray. */
class DocsTest {
    /** As classes are named, a member behind the point or not. */
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*[a-z])(\\.[a-zA-Z]+)?`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");
    private static final Pattern FILE = Pattern.compile("`((?:src|resources|docs|sample-data|installer)/[\\w./-]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"docs/architecture.md", "docs/contributing.md"})
    void classesAreThere(String page) throws IOException {
        Set<String> named = found(CLASS, Path.of(page));
        named.removeAll(classes());
        assertThat(named).as("classes that %s names and nobody has", page).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/architecture.md", "docs/contributing.md", "docs/analysis.md", "docs/csv.md",
            "docs/models.md",
        "docs/performance.md", "docs/rules.md", "docs/saved-work.md", "docs/third-party.md", "docs/tune.md"})
    void linksAndFilesLeadSomewhere(String page) throws IOException {
        Path here = Path.of(page);
        Path folder = here.toAbsolutePath().getParent();
        List<String> lost = Stream.concat(
                found(LINK, here).stream().filter(link -> Files.notExists(folder.resolve(link))),
                found(FILE, here).stream().filter(file -> Files.notExists(Path.of(file)))).toList();
        assertThat(lost).as("links and files of %s", page).isEmpty();
    }

    private static Set<String> found(Pattern pattern, Path page) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(page));
        Set<String> names = new TreeSet<>();
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - 5)).collect(Collectors.toSet());
        }
    }
}
