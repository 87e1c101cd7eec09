package downhill.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/settings.md tells what the source declares: {@code mvn test -Dtest=SettingsPageTest -Ddownhill.write=true} writes it anew. */
class SettingsPageTest {
    private static final Path PAGE = Path.of("docs/settings.md");

    @Test
    void thePageTellsAllSettingsAsTheyAreDeclared() throws IOException {
        if (Boolean.getBoolean("downhill.write")) {
            Files.writeString(PAGE, SettingsPage.text());
        }
        assertThat(Files.readString(PAGE)).as("write it anew: mvn test -Dtest=SettingsPageTest -Ddownhill.write=true")
                .isEqualTo(SettingsPage.text());
    }

    @Test
    void everySettingHasItsPlaceOnThePage() {
        assertThat(SettingsPage.homeless()).isEmpty();
    }
}
