package downhill.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions from answers as nvidia-smi gives them. */
class GpuDecisionTest {
    private static GpuDecision decide(int exit, String output) {
        return GpuDecision.of(new ProgramAnswer(true, exit, output), true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Tesla K80, 3.7, 11441 MiB|3.7", "NVIDIA GeForce GTX 1080, 6.1, 8192 MiB|6.1",
        "NVIDIA GeForce RTX 2080 Ti, 7.5, 11264 MiB|7.5", "NVIDIA A100-SXM4-40GB, 8.0, 40960 MiB|8.0",
        "NVIDIA GeForce RTX 3090, 8.6, 24576 MiB|8.6", "NVIDIA GeForce RTX 4090, 8.9, 24564 MiB|8.9"})
    void aDeviceThatTheReleaseHasCodeForIsUsed(String output, String capability) {
        GpuDecision decision = decide(0, output + "\n");
        assertThat(decision.usesGpu()).isTrue();
        assertThat(decision.device().orElseThrow().capability()).isEqualTo(capability);
        assertThat(decision.reason()).asString().contains(capability);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NVIDIA H200, 9.0, 143771 MiB", "NVIDIA B200, 10.0, 183359 MiB",
        "NVIDIA GeForce RTX 5090, 12.0, 32607 MiB"})
    void aDeviceNewerThanTheReleaseStaysUnusedForThatReason(String output) {
        GpuDecision decision = decide(0, output + "\n");
        assertThat(decision.usesGpu()).isFalse();
        assertThat(decision.reason()).asString().contains("newer than ND4J").contains(output.split(",")[0]).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GeForce GT 730, 3.5, 2048 MiB", "Tesla M2090, 2.0, 6143 MiB"})
    void aDeviceOlderThanTheReleaseStaysUnused(String output) {
        assertThat(decide(0, output).usesGpu()).isFalse();
        assertThat(decide(0, output).reason()).asString().contains("older than ND4J");
        assertThat(decide(0, output).advice()).asString().contains("No setting helps");
    }

    @Test
    void ofSeveralDevicesTheFirstThatCanBeUsedIsTaken() {
        GpuDecision decision = decide(0,
                "NVIDIA H100 PCIe, 9.0, 81559 MiB\r\nNVIDIA RTX A4000, 8.6, 16376 MiB\r\nTesla T4, 7.5, 15360 MiB\r\n");
        assertThat(decision.usesGpu()).isTrue();
        assertThat(decision.device().orElseThrow().name()).isEqualTo("NVIDIA RTX A4000");
        assertThat(decision.devices()).hasSize(3);
    }

    @Test
    void aNameMayHoldAComma() {
        assertThat(decide(0, "Quadro, special, 7.5, 8192 MiB").device().orElseThrow().name()).isEqualTo("Quadro, special");
    }

    @Test
    void withoutADriverTheReasonSaysSo() {
        GpuDecision decision = GpuDecision.of(ProgramAnswer.NOT_FOUND, true);
        assertThat(decision.usesGpu()).isFalse();
        assertThat(decision.reason()).asString().contains("no NVIDIA driver");
        assertThat(decision.advice()).asString().contains("-Pcuda").contains("driver");
        assertThat(decision.device()).isEmpty();
    }

    @Test
    void aDriverThatFailsIsQuoted() {
        GpuDecision decision = decide(9, "\nNVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. "
                + "Make sure that the latest NVIDIA driver is installed and running.\n\n");
        assertThat(decision.usesGpu()).isFalse();
        assertThat(decision.reason()).asString().contains("couldn't communicate with the NVIDIA driver");
        assertThat(decision.advice()).asString().contains("driver");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "No devices were found\n", "name, compute_cap, memory.total [MiB]",
        "Field \"compute_cap\" is not a valid field to query.", "\u0000\u0001binary", "NVIDIA X, [N/A], 1 MiB",
        "NVIDIA X, 99999999999.0, 1 MiB"})
    void anAnswerWithoutADeviceKeepsToTheCpu(String output) {
        GpuDecision decision = decide(0, output);
        assertThat(decision.usesGpu()).isFalse();
        assertThat(decision.reason()).asString().startsWith("nvidia-smi names no device").doesNotContain("\n");
    }

    @Test
    void aToolThatHangsKeepsToTheCpu() {
        assertThat(decide(-1, "").reason()).asString().contains("does not answer");
    }

    @Test
    void aBuildWithoutCudaSaysHowToGetIt() {
        GpuDecision decision = GpuDecision.of(new ProgramAnswer(true, 0, "Tesla T4, 7.5, 15360 MiB"), false);
        assertThat(decision.usesGpu()).isFalse();
        assertThat(decision.reason()).asString().contains("Tesla T4");
        assertThat(decision.advice()).asString().contains("-Pcuda");
    }
}
