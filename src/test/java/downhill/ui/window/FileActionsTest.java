package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileActionsTest {
    @ParameterizedTest
    @CsvSource({"race.downhill,true", "Race.DOWNHILL,true", "race.json,true", "Report.html,true", "iris.csv,false", "adam.downhill-model,false"})
    void anExperimentIsToldByTheEndingThatThePackageRegisters(Path file, boolean experiment) {
        assertThat(FileActions.isExperiment(file)).isEqualTo(experiment);
    }
}
