package downhill.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures beside those of others: what they say is read, and what is absent is none. */
class BesideTest {
    private static final ScaleSize SMALL = new ScaleSize(ScaleSize.Axis.CLASSES, 200, 3, 20, 4, 2);

    @Test
    void timesOfOthersAreReadByWorkAndProgram() {
        assertThat(Peers.read("a warning\nmlp\tPyTorch 1.13\t187.6\nmlp\tscikit-learn 1.2\t188\nlstm\tPyTorch 1.13\tNaN\n"))
                .isEqualTo(Map.of("mlp", Map.of("PyTorch 1.13", 187.6, "scikit-learn 1.2", 188.0)));
        assertThat(Limit.read("2.407\n1e-7\n")).contains(2.407);
        assertThat(Limit.read("Segmentation fault")).isEmpty();
        assertThat(Limit.read("")).isEmpty();
    }

    /** Whoever adds work here and not there would print a table with holes. */
    @Test
    void bothSidesKnowTheSameWork() throws Exception {
        String python = Outside.text("peers.py");
        Peers.works(RuleLibrary.builtIn().byId("adam").orElseThrow()).keySet()
                .forEach(name -> assertThat(python).contains("\"" + name + "\""));
        assertThat(Outside.text("peers.js")).contains("mlp:", "wide:", "wider:");
    }

    /** As `bench --peers --work` picks it. */
    @Test
    void workIsPickedByName() {
        Rule adam = RuleLibrary.builtIn().byId("adam").orElseThrow();
        assertThat(Peers.works(adam, List.of("logistic", "wide")).keySet()).containsExactly("wide", "logistic");
        assertThat(Peers.works(adam, List.of()).keySet()).isEqualTo(Peers.names(adam));
    }

    @Test
    void theEngineStandsBesideTheLimitWhereThereIsOne() {
        List<BenchFigure> own = List.of(new BenchFigure(1, 6, 5, 7, 1, 1, 337));
        assertThat(Limit.beside(Optional.of(2.0), own)).containsExactly(new LimitFigure(0, 2, 1), new LimitFigure(1, 6, 3));
        assertThat(Limit.beside(Optional.empty(), own)).containsExactly(new LimitFigure(1, 6, Double.NaN));
    }

    /** Without the loops of the measurement: that it is C, and what it needs is there. */
    @Test
    void theLimitIsBuiltByAnyCompiler(@TempDir Path folder) throws Exception {
        Optional<Path> compiler = Outside.first("cc", "gcc", "clang");
        assumeThat(compiler).isPresent();
        Path source = Files.writeString(folder.resolve("limit.c"), Outside.text("limit.c").replace("TRIES = 12, STEPS = 20000",
                "TRIES = 1, STEPS = 500"));
        Path program = folder.resolve("limit");
        assertThat(Outside.said(List.of(compiler.get().toString(), "-std=c11", "-D_POSIX_C_SOURCE=199309L", "-Wall", "-Werror", "-o",
                program.toString(), source.toString(), "-lm"), 60)).contains("");
        String said = Outside.said(List.of(program.toString()), 60).orElseThrow();
        assertThat(Limit.read(said).orElseThrow()).isPositive();
        assertThat(Double.parseDouble(said.lines().skip(1).findFirst().orElseThrow())).as("the loss after 500 steps").isBetween(0.0, 0.2);
    }

    @Test
    void aSizeIsMeasuredAndReadBack() throws Exception {
        assertThat(ScaleSize.read(SMALL.word())).isEqualTo(SMALL);
        ScaleFigure figure = ScaleBench.read(SMALL, "a warning\n" + ScalePoint.measured(SMALL, 5) + "\n");
        assertThat(figure.prepareSeconds()).isNotNegative();
        assertThat(figure.raceSeconds()).isPositive();
        assertThat(figure.megabytes()).isPositive();
        assertThat(figure.failure()).isEmpty();
        assertThat(ScaleBench.read(SMALL, "Exception in thread main\njava.lang.OutOfMemoryError\n\n").failure())
                .endsWith("OutOfMemoryError");
    }

    @Test
    void anExponentIsThatOfTheTimeAlongItsAxis() {
        ScaleFigure small = new ScaleFigure(SMALL, 1, 1, 100, Double.NaN, "");
        ScaleSize larger = new ScaleSize(ScaleSize.Axis.CLASSES, 200, 3, 20, 40, 2);
        assertThat(new ScaleFigure(larger, 10, 10, 100, Double.NaN, "").after(small).exponent()).isEqualTo(1.0);
        for (ScaleSize size : ScaleSize.all()) {
            assertThat(size.along()).isPositive();
        }
    }
}
