package downhill.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import downhill.words.Said;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choice arrives in a real process, where it is made before the library is loaded. */
class BlasTrialTest {
    @Test
    void kernelsAreChosenInsideTheProcessThatLoadsThem() {
        assumeThat(System.getProperty("os.arch")).isIn("amd64", "x86_64");
        assumeThat(Processor.here().avx2()).isTrue();
        Natives.prepare();
        for (String core : new String[] {"Nehalem", "Haswell"}) {
            BlasTrial trial = BlasTrial.run(core);
            assertThat(trial).isEqualTo(new BlasTrial(core, Said.of("blas.agrees"), true, trial.times()));
            assertThat(trial.times().small()).isPositive();
            assertThat(trial.times().large()).isGreaterThan(trial.times().small());
        }
    }

    /** All the way: collections of garbage between the choice and the loading of the library must not undo it. */
    @Test
    void aKeptChoiceRunsInTheProgram(@TempDir Path folder) throws Exception {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        assumeThat(System.getProperty("os.arch")).isEqualTo("amd64");
        String key = BlasMemory.key(Processor.here(), null);
        BlasMemory.of(folder.resolve("downhill")).write(key, new BlasChoice(Optional.of("Nehalem"),
                Said.plain("kept"), Said.of("blas.ended", 7), Optional.empty()));
        Natives.prepare();
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp",
                System.getProperty("java.class.path"), "-D" + Natives.PROPERTY + "=" + Natives.folder(), "downhill.Downhill", "doctor");
        builder.environment().put("XDG_CACHE_HOME", folder.toString());
        builder.environment().put("DOWNHILL_LANGUAGE", "zh");
        builder.environment().remove(OpenBlas.VARIABLE);
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("Nehalem", "kept", "试运行以退出码 7 结束");
    }

    @Test
    void whatRunsHereIsKnownAndRight() {
        assumeThat(System.getProperty("os.arch")).isIn("amd64", "x86_64");
        Backend.current();
        assertThat(OpenBlas.core()).isPresent();
        assertThat(OpenBlas.check()).isEqualTo(Said.of("blas.agrees"));
        assertThat(ProductCheck.allAgree()).isTrue();
    }

    @Test
    void aWrongProductIsNoticed() {
        ProductCheck check = new ProductCheck(1, 2, 2, false, false, new float[] {1, 2}, new float[] {3, 4, 5, 6});
        assertThat(check.near(new double[] {13, 16}, 0x1p-52)).isTrue();
        assertThat(check.near(new double[] {13, 16.001}, 0x1p-23)).isFalse();
        assertThat(check.near(new double[] {Double.NaN, 16}, 0x1p-23)).isFalse();
    }

    /** What is true of the kernels is true tomorrow; how a process ended else is of the moment. */
    @ParameterizedTest
    @CsvSource({"0, agrees, blas.agrees, true", "0, differs, blas.differs, true", "132, '', blas.illegal, true",
        "134, '#\n#  SIGILL (0x4) at pc=0x7f', blas.illegal, true",
        "1, '#  EXCEPTION_ILLEGAL_INSTRUCTION (0xc000001d) at pc=0x7f', blas.illegal, true",
        "1, 'Exception in thread \"main\" java.lang.UnsatisfiedLinkError: file too short', blas.ended, false",
        "1, 'Error occurred during initialization of VM\nCould not reserve enough space for object heap', blas.ended, false",
        "134, '#\n#  SIGBUS (0x7) at pc=0x7f', blas.ended, false", "134, '# SIGSEGV (0xb) of one not named SIGILL', blas.ended, false",
        "137, '', blas.ended, false", "143, '', blas.ended, false", "0, '', blas.ended, false", "1, agrees, blas.ended, false"})
    void howATrialEndedTellsWhetherItWasAboutTheKernels(int code, String text, String verdict, boolean lasting) {
        BlasTrial trial = BlasTrial.read(new ChildProcess.Answer(code, "Core: SkylakeX\n" + text));
        assertThat(trial.core()).isEqualTo("SkylakeX");
        assertThat(trial.verdict().key()).isEqualTo(verdict);
        assertThat(trial.lasting()).isEqualTo(lasting);
        assertThat(trial.agrees()).isEqualTo(verdict.equals("blas.agrees"));
    }
}
