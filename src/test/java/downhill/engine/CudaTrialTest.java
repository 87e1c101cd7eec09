package downhill.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CudaTrialTest {
    @Test
    void aCommandThatDoesNotExistIsNotFound() {
        assertThat(BoundedProcess.run(5, "downhill-no-such-command")).isEqualTo(ProgramAnswer.NOT_FOUND);
    }

    @Test
    void whatACommandSaysAndHowItEndsIsKept() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProgramAnswer answer = BoundedProcess.run(60, java, "-cp", "nowhere", "NoSuchClass");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(CudaTrial.complaint(answer)).contains("NoSuchClass");
    }

    @Test
    void whoWaitsForABusyMachineIsNotGivenUp() {
        assertThat(BoundedProcess.spent(120, 119, Optional.of(Duration.ofSeconds(130)))).as("several threads").isFalse();
        assertThat(BoundedProcess.spent(120, 121, Optional.empty())).as("nobody tells").isTrue();
        assertThat(BoundedProcess.spent(120, 600, Optional.of(Duration.ofSeconds(30)))).as("it had no processor").isFalse();
        assertThat(BoundedProcess.spent(120, 600, Optional.of(Duration.ofSeconds(120)))).isTrue();
        assertThat(BoundedProcess.spent(120, 1201, Optional.of(Duration.ofSeconds(30)))).as("it hangs").isTrue();
    }

    @Test
    void anErrorIsToldByItsFirstLine() {
        ProgramAnswer answer = new ProgramAnswer(true, 1,
                "GCC: \"7.5.0\"\njava.lang.UnsatisfiedLinkError: /a/b/libjni.so: libcuda.so.1: cannot open\n\tat a.b(C.java:1)\n");
        assertThat(CudaTrial.complaint(answer)).isEqualTo("java.lang.UnsatisfiedLinkError: libjni.so: libcuda.so.1: cannot open");
    }

    @Test
    void aCrashWithoutAWordIsToldByItsStatus() {
        assertThat(CudaTrial.complaint(new ProgramAnswer(true, 139, " \n"))).isEqualTo("exit status 139");
    }

    /** A build without CUDA, or a machine without a device, fails the trial; with a device it passes. */
    @Test
    void theTrialAgreesWithWhatIsInUse() {
        boolean works = CudaBuild.present() && CudaTrial.failure().isEmpty();
        assertThat(Backend.current().kind() == Backend.Kind.CUDA).isEqualTo(works);
    }
}
