package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.Problem;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns and classes with names that fit nowhere push nothing out of reach. */
class LongNamesTest extends CrowdLook {
    private static final String COLUMN =
            "a measurement of the northern station, daily mean of the upper sensor, degrees Celsius, number %d";
    private static final String WORD = "AnUnbrokenNameOfMoreThanSixtyLettersAsMachinesWriteThemWithoutAnySpace%d";

    @TempDir
    Path folder;

    @Test
    void ofColumnsAndClassesInEveryViewAndInTheQuestionsToModels() throws IOException {
        for (String name : List.of(COLUMN, WORD)) {
            try (OpenWindow open = OpenWindow.live(1440, 900)) {
                open.open(Crowd.of(3).withProblem(problem(name)));
                await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
                runFx(() -> open.session.race().step(3));
                await("it has stepped", () -> open.session.snapshotProperty().get().step() == 3);
                for (double[] size : List.of(SMALL, USUAL)) {
                    look(open, 3, size);
                    runFx(() -> open.window.askModels());
                    await("the questions are there", () -> open.window.scene().lookup("#scoring-field-0") != null);
                    resize(open, size);
                    assertThat(onFx(() -> Seen.faults(open.window.scene()))).isEmpty();
                    assertThat(onFx(() -> open.window.scene().lookup("#scoring-field-0").getLayoutBounds().getWidth())).isGreaterThan(80);
                    runFx(open.window.tools()::askOrLeave);
                }
            }
        }
    }

    private Problem.Learning problem(String name) throws IOException {
        String head = IntStream.range(0, 5).mapToObj(i -> '"' + name.formatted(i) + '"').collect(Collectors.joining(","));
        String rows = IntStream.range(0, 60).mapToObj(i -> i % 7 + "." + i % 3 + "," + i * 7 % 11 + ".5," + i * 5 % 13 + ".25,u"
                + i % 3 + ","
                + '"' + name.formatted(100 + i % 3) + '"').collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("long.csv"), head + "\n" + rows + "\n");
        DataSpec data = DataSpec.of(new DataSource.CsvFile(file.toString())).withTarget(name.formatted(4));
        return new Problem.Learning(data, new ModelSpec(((Problem.Learning) Demo.experiment("").problem()).model().architecture(),
                Loss.CROSS_ENTROPY));
    }
}
