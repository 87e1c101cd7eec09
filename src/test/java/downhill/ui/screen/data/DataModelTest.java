package downhill.ui.screen.data;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSource;
import downhill.data.ImportOptions;
import downhill.data.Role;
import downhill.data.Scaling;
import downhill.optim.RuleLibrary;
import downhill.race.document.Problem;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.FxTest;
import downhill.ui.session.MadeUpRace;
import downhill.ui.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that come faster than a table is prepared: none is lost, in whatever way each was made. */
class DataModelTest extends FxTest {
    @TempDir
    private Path folder;
    private FxExecutor work;
    private Session session;
    private DataModel model;

    @BeforeEach
    void show() throws IOException {
        Path file = Files.writeString(folder.resolve("points.csv"), "a,b,c,y\n1,4,2,2\n2,3,9,4\n3,8,4,6\n4,1,1,8\n5,2,7,9\n6,5,3,12\n");
        work = FxExecutor.threads(1, "data-model-test");
        session = onFx(() -> new Session((experiment, prepared, from) -> new MadeUpRace(experiment), work, RuleLibrary.builtIn()));
        model = onFx(() -> new DataModel(session, work));
        runFx(() -> {
            session.open(downhill.ui.session.Demo.experiment("Demo"), null, null);
            model.preview(file);
        });
        await("the table is there", () -> model.shownProperty().get() != null);
    }

    @AfterEach
    void close() {
        runFx(session::close);
    }

    private void settle() {
        await("nothing is under way", () -> !model.task().isActive());
    }

    private ColumnSpec column(String name) {
        return model.shownProperty().get().roles().columns().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void changesOfEveryKindMadeAtOnceAllCount() {
        runFx(() -> {
            model.setRole("a", Role.IGNORED);
            model.setType("b", ColumnType.CATEGORY);
            model.change(spec -> spec.withScaling(Scaling.NONE));
            model.setRole("c", Role.TARGET);
            model.setTask(true);
        });
        settle();
        assertThat(column("a").role()).isEqualTo(Role.IGNORED);
        assertThat(column("b").type()).isEqualTo(ColumnType.CATEGORY);
        assertThat(model.shownProperty().get().spec().scaling()).isEqualTo(Scaling.NONE);
        assertThat(column("c")).isEqualTo(new ColumnSpec("c", ColumnType.CATEGORY, Role.TARGET));
        assertThat(column("y").role()).isEqualTo(Role.FEATURE);
    }

    @Test
    void whatIsUsedHasThemAll() {
        runFx(() -> {
            model.setRole("a", Role.IGNORED);
            model.setRole("b", Role.IGNORED);
            model.use();
        });
        settle();
        assertThat(((Problem.Learning) session.experiment().problem()).data().columns()).contains(
                new ColumnSpec("a", ColumnType.NUMBER, Role.IGNORED), new ColumnSpec("b", ColumnType.NUMBER, Role.IGNORED));
    }

    @Test
    void oneThatIsRefusedDoesNotTakeTheOthersWithIt() {
        runFx(() -> {
            model.setRole("y", Role.IGNORED);
            model.setRole("a", Role.IGNORED);
            model.change(spec -> spec.withTarget("there is none"));
            model.change(spec -> spec.withScaling(Scaling.NONE));
        });
        settle();
        assertThat(column("a").role()).isEqualTo(Role.IGNORED);
        assertThat(model.shownProperty().get().spec().scaling()).isEqualTo(Scaling.NONE);
    }

    @Test
    void theFileIsReadAnotherWayAndChangedAtOnce() {
        runFx(() -> {
            DataSource.CsvFile file = (DataSource.CsvFile) model.shownProperty().get().spec().source();
            model.reread(model.shownProperty().get().spec()
                    .withSource(new DataSource.CsvFile(file.path(), ImportOptions.DEFAULT.withUnits(true))));
            model.setRole("a", Role.IGNORED);
            model.use();
        });
        settle();
        assertThat(column("a").role()).isEqualTo(Role.IGNORED);
        assertThat(model.draftProperty().get()).isFalse();
    }

    @Test
    void aTableWithoutRolesCanBeChangedToo() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), "x\n1\n2\n3\n");
        runFx(() -> model.preview(one));
        settle();
        assertThat(model.shownProperty().get().roles()).isNull();
        runFx(() -> {
            model.setType("x", ColumnType.CATEGORY);
            model.setRole("x", Role.TARGET);
            model.setTask(true);
        });
        settle();
        assertThat(model.problem().get()).isNotEmpty();
    }

    @Test
    void changesOfATableThatGoesGoWithIt() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "a,z\n1,2\n3,4\n5,7\n2,2\n");
        runFx(() -> {
            model.setRole("b", Role.IGNORED);
            model.preview(other);
            model.setRole("c", Role.TARGET);
        });
        settle();
        assertThat(model.shownProperty().get().roles().columns()).extracting(ColumnSpec::name).containsExactly("a", "z");
        assertThat(model.problem().get()).isEmpty();
    }
}
