package downhill.setting;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.model.Families;
import downhill.model.Family;
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

    /** A model is of one family, so that another may have an option of the same name. */
    @Test
    void noTwoSettingsOfAFamilyHaveTheSameOption() {
        assertThat(Families.all()).allSatisfy(family -> assertThat(options(of(family))).doesNotHaveDuplicates()
                .allMatch(SettingWordsTest::isOption));
    }

    private static List<Setting<?>> of(Family<?> family) {
        return family.settings().stream().<Setting<?>>map(Part::setting).toList();
    }

    private static List<Setting<?>> ofFamilies() {
        return Families.all().stream().flatMap(family -> of(family).stream()).toList();
    }

    private static List<String> options(List<Setting<?>> settings) {
        return settings.stream().map(Setting::option).filter(Objects::nonNull).toList();
    }

    private static boolean isOption(String text) {
        return text.matches("--[a-z0-9]+(-[a-z0-9]+)*");
    }

    @Test
    void noTwoSettingsHaveTheSameOption() {
        List<String> common = DeclaredSettings.all().stream().filter(setting -> !ofFamilies().contains(setting)).map(Setting::option)
                .filter(Objects::nonNull).toList();
        assertThat(common).doesNotHaveDuplicates().doesNotContainAnyElementsOf(options(ofFamilies())).allMatch(SettingWordsTest::isOption);
    }
}
