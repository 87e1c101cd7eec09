package downhill.ui.screen.fit;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.ImportOptions;
import downhill.data.SequenceSpec;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.Problem;
import downhill.ui.chart.ChartTable;
import downhill.ui.chart.Marks;
import downhill.ui.chart.PlotChart;
import downhill.ui.chart.PlotPicture;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.fit.FitPicture;
import downhill.ui.fit.FitView;
import downhill.ui.fit.Panel;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import downhill.ui.window.LiveWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target that is a date is drawn and told as one in every view, and its errors in days. */
class DateTargetTest extends FxTest {
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

    @TempDir
    private Path folder;

    private LiveWindow open(String name, String header, java.util.function.IntFunction<String> line, String target, SequenceSpec series)
            throws IOException {
        Path csv = Files.writeString(folder.resolve(name),
                header + "\n" + IntStream.range(0, 60).mapToObj(line).collect(Collectors.joining("\n")) + "\n");
        DataSpec spec = DataSpec.of(new DataSource.CsvFile(csv.toString(), ImportOptions.DEFAULT)).withTarget(target).withSequence(series);
        LiveWindow live = LiveWindow.open(Demo.experiment("Dates")
                .withProblem(new Problem.Learning(spec, new ModelSpec(new Architecture.Linear(), Loss.MSE))), 1100, 700);
        runFx(() -> live.session().race().step(20));
        await("it has stepped", () -> live.session().snapshotProperty().get().step() == 20);
        return live;
    }

    private static String discharged(int i) {
        return (20 + i % 31) + "," + i % 7 + "," + LocalDate.of(2022, 3, 1).plusDays(i % 31 + 2L * (i % 7)) + "," + LocalDate.of(2021, 1, 1)
                .plusDays(i % 50);
    }

    @Test
    void everyViewOfATableHasDates() throws IOException {
        try (LiveWindow live = open("stays.csv", "age,dose,discharged,admitted", DateTargetTest::discharged, "discharged", null)) {
            for (FitView view : List.of(FitView.PREDICTED, FitView.RESIDUALS, FitView.CURVE, FitView.PLANE)) {
                Panel panel = shown(live, view);
                PlotPicture plot = panel.plot();
                assertThat(plot.yMarks()).as("%s", view).isEqualTo(view == FitView.PREDICTED || view == FitView.CURVE ? Marks.DATES
                        : Marks.NUMBERS);
                if (view == FitView.PREDICTED || view == FitView.RESIDUALS) {
                    assertThat(panel.caption()).contains(" days");
                    assertThat(plot.xMarks()).isEqualTo(Marks.DATES);
                    assertThat(firstCell(plot, 2)).matches(DATE + ".*");
                }
                if (view == FitView.PLANE) {
                    assertThat(panel.caption()).containsPattern(DATE + " … " + DATE);
                    assertThat(plot.ground().spacing()).as("contour lines are labelled with dates").isEqualTo(Landscape.Spacing.DATES);
                }
            }
            live.picture();
            live.write("date-target-fit");
            runFx(() -> live.window().shownProperty().set(live.window().parts().metrics()));
            nextFrame();
            await("there are metrics", live.window().parts().metrics()::isShown);
            TableView<?> table = (TableView<?>) onFx(() -> live.window().scene().lookup(".results.wide"));
            assertThat(onFx(() -> table.getColumns().stream().map(TableColumn::getText).toList()))
                    .contains("MSE, days²", "RMSE, days", "MAE, days");
        }
    }

    private static String firstCell(PlotPicture plot, int column) {
        ChartTable table = PlotChart.drawing(plot).table();
        return table.rows().get(0).get(column);
    }

    @Test
    void aForecastOfDatesHasDates() throws IOException {
        try (LiveWindow live = open("visits.csv", "visit", i -> LocalDate.of(2020, 1, 1).plusDays(10L * i + i % 3).toString(), "visit",
                new SequenceSpec(4, 1, 1))) {
            Panel panel = shown(live, FitView.FORECAST);
            assertThat(panel.plot().yMarks()).isEqualTo(Marks.DATES);
            assertThat(panel.plot().keys()).anyMatch(key -> key.name().matches(".*MAE .* days.*"));
            live.picture();
            live.write("date-target-forecast");
        }
    }

    private static Panel shown(LiveWindow live, FitView view) {
        FitController fit = live.window().parts().fit();
        runFx(() -> live.window().shownProperty().set(fit));
        nextFrame();
        await("there is a picture", () -> !fit.shown().panels().isEmpty());
        FitPicture before = onFx(fit::shown);
        runFx(() -> fit.choose(view));
        await("another picture", () -> fit.shown() != before);
        return onFx(() -> fit.shown().panels().get(0));
    }
}
