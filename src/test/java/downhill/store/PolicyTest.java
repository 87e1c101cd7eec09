package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a school lays down holds, or is told with file, line and what to do; without a file nothing is laid down. */
class PolicyTest {
    @TempDir
    private Path folder;

    private Path laid(String more) throws IOException {
        return Files.writeString(folder.resolve("policy.json"), "{\n\"format\": \"downhill-policy\",\n\"version\": 1" + more + "\n}");
    }

    @Test
    void whatIsLaidDownHolds() throws IOException {
        Path file = laid(",\n\"language\": \"zh\",\n\"keepIn\": \"${home}/kept/${user}\",\n\"hide\": [\"deploy\", \"serve\"]");
        Policy policy = Policy.read(file);
        assertThat(policy.language()).isEqualTo("zh");
        assertThat(policy.keepIn()).isEqualTo(Path.of(System.getProperty("user.home"), "kept", System.getProperty("user.name")));
        assertThat(policy.hides("serve")).isTrue();
        assertThat(policy.hides("compare")).isFalse();
        assertThat(policy.told().orElseThrow().toString()).contains(file.toString(), "zh", "kept", "deploy, serve");
        assertThat(Policy.read(laid(""))).isEqualTo(new Policy(file, "", null, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"keepIn\": \"kept\"| absolute path", "\"hide\": [\"Deploy!\"]| no name of a workspace",
        "\"hide\": [\"lab\", \"train\"]| train cannot be hidden",
        "\"language\": 3| language"})
    void faultsAreToldWithTheirLine(String more, String what) throws IOException {
        Path file = laid(",\n" + more);
        assertThat(catchThrowableOfType(() -> Policy.read(file), StoreException.class).getMessage()).startsWith(file.toString())
                .contains("line 4").contains(what);
    }

    @Test
    void itIsLookedForInThePlacesOfTheSystemThenBesideTheProgram() {
        assertThat(Policy.places("Linux", Map.of()).toList()).contains(Path.of("/etc/downhill/policy.json"));
        assertThat(Policy.places("Mac OS X", Map.of()).toList()).contains(Path.of("/Library/Application Support/Downhill/policy.json"));
        assertThat(Policy.places("Windows 11", Map.of("ProgramData", "D:/Data")).toList())
                .contains(Path.of("D:/Data/Downhill/policy.json"));
        String before = System.getProperty(Policy.PROPERTY);
        try {
            System.setProperty(Policy.PROPERTY, folder.resolve("none.json").toString());
            assertThat(Policy.places("Linux", Map.of()).findFirst()).contains(folder.resolve("none.json"));
        } finally {
            if (before == null) {
                System.clearProperty(Policy.PROPERTY);
            } else {
                System.setProperty(Policy.PROPERTY, before);
            }
        }
    }
}
