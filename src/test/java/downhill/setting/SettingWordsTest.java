package downhill.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class SettingWordsTest {
    @Test
    void everySettingHasAllItsWords() {
        ResourceBundle english = ResourceBundle.getBundle("downhill.words.words", Locale.ROOT);
        assertThat(DeclaredSettings.all()).as("settings are found at all").hasSizeGreaterThan(15);
        assertThat(DeclaredSettings.words()).filteredOn(key -> !english.containsKey(key)).as("missing in words.properties").isEmpty();
    }

    @Test
    void noTwoSettingsHaveTheSameKey() {
        assertThat(DeclaredSettings.all().stream().map(Setting::key)).doesNotHaveDuplicates();
    }

    @Test
    void noTwoSettingsHaveTheSameOption() {
        List<String> options = DeclaredSettings.all().stream().map(Setting::option).filter(Objects::nonNull).toList();
        assertThat(options).doesNotHaveDuplicates().allMatch(option -> option.matches("--[a-z0-9]+(-[a-z0-9]+)*"));
    }
}
