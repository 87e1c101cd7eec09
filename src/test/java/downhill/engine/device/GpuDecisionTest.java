package downhill.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of nvidia-smi as drivers give them, and what follows. */
class GpuDecisionTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "Tesla K20, 3.5, 4743 MiB; false; code for 3.7 to 8.9 only",
        "Tesla K80, 3.7, 11441 MiB; true; has compute capability 3.7",
        "Tesla T4, 7.5, 15360 MiB; true; Tesla T4 has compute capability 7.5",
        "NVIDIA GeForce RTX 3060, 8.6, 12288 MiB; true; has compute capability 8.6",
        "NVIDIA L4, 8.9, 23034 MiB; true; has compute capability 8.9",
        "NVIDIA H200, 9.0, 143771 MiB; false; NVIDIA H200 has compute capability 9.0",
        "NVIDIA GeForce RTX 5090, 12.0, 32607 MiB; false; NVIDIA GeForce RTX 5090 has compute capability 12.0"})
    void theCapabilityDecides(String answer, boolean usable, String reason) {
        GpuDecision decision = GpuDecision.of(GpuAnswer.of(0, answer + "\n"), true);
        assertThat(decision.usable()).isEqualTo(usable);
        assertThat(decision.reason()).contains(reason);
    }

    @Test
    void amongSeveralCardsTheNewestWithCodeIsTaken() {
        GpuDecision decision = GpuDecision.of(GpuAnswer.of(0,
                "NVIDIA H100, 9.0, 81559 MiB\nTesla T4, 7.5, 15360 MiB\nNVIDIA A100-SXM4-40GB, 8.0, 40536 MiB\n"), true);
        assertThat(decision.usable()).isTrue();
        assertThat(decision.gpu()).isEqualTo(new Gpu("NVIDIA A100-SXM4-40GB", "8.0", 40536));
    }

    @Test
    void withoutTheBackendAGoodCardIsNotUsedAndTheReasonSaysSo() {
        GpuDecision decision = GpuDecision.of(GpuAnswer.of(0, "Tesla T4, 7.5, 15360 MiB\n"), false);
        assertThat(decision.usable()).isFalse();
        assertThat(decision.reason()).contains("built without ND4J's CUDA backend");
        assertThat(decision.advice()).contains("-Pcuda");
    }

    @Test
    void aCardThatIsTooNewIsTheReasonEvenWithoutTheBackend() {
        assertThat(GpuDecision.of(GpuAnswer.of(0, "NVIDIA H200, 9.0, 143771 MiB\n"), false).reason()).contains("9.0");
    }

    @Test
    void noDriverIsSaid() {
        assertThat(GpuDecision.of(GpuAnswer.none("nvidia-smi is not there"), true).reason()).contains("nvidia-smi is not there");
    }

    @Test
    void anErrorOfTheDriverIsSaid() {
        GpuAnswer answer = GpuAnswer.of(9, "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure "
                + "that the latest NVIDIA driver is installed and running.\n");
        assertThat(answer.gpus()).isEmpty();
        assertThat(GpuDecision.of(answer, true).reason()).contains("couldn't communicate with the NVIDIA driver");
    }

    @Test
    void aDriverWithoutCardsIsNoError() {
        GpuAnswer answer = GpuAnswer.of(0, "\n");
        assertThat(GpuDecision.of(answer, true).reason()).isEqualTo("This machine has no NVIDIA graphics card.");
    }

    @Test
    void anAnswerThatNobodyExpectsIsShown() {
        assertThat(GpuDecision.of(GpuAnswer.of(0, "No devices were found\n"), true).reason()).contains("No devices were found");
    }
}
