package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.ProgramAnswer;
import downhill.engine.opencl.OpenClDevice;
import org.junit.jupiter.api.Test;

/** What is made of the answers of the process that tries a device. */
class OpenClTrialTest {
    private static final OpenClDevice CPU = new OpenClDevice(0, 0, "a processor", "PoCL 3.1", true, true, 1 << 20, 1L << 33);
    private static final OpenClDevice GPU = new OpenClDevice(1, 2, "an accelerator", "driver 7", false, false, 49152, 1L << 32);
    private static final String BOTH = "device " + GPU.line() + "\ndevice " + CPU.line() + "\n";

    private static OpenClChoice choice(int exit, String output, String mode) {
        return OpenClChoice.of(OpenClTrial.read(new ProgramAnswer(true, exit, output)), mode);
    }

    @Test
    void aDeviceThatAgreesIsUsedWhereItWasAskedFor() {
        OpenClChoice asked = choice(0, "a line of the driver\n" + BOTH + "agrees 5.4e-08\n", OpenClTrial.GPU);
        assertThat(asked.devices()).containsExactly(GPU, CPU);
        assertThat(asked.device()).contains(GPU);
        assertThat(asked.reason().toString()).isEqualTo("asked for by -Ddownhill.backend=opencl");
        assertThat(asked.check().toString()).contains("5.4e-08").contains("20 steps");
        assertThat(choice(0, "device " + CPU.line() + "\nagrees 0.0e+00\n", OpenClTrial.ANY).device()).contains(CPU);
        assertThat(choice(0, BOTH, OpenClTrial.LIST).device()).isEmpty();
        assertThat(choice(0, BOTH, OpenClTrial.LIST).reason().toString()).startsWith("not asked for; -Ddownhill.backend=opencl");
    }

    @Test
    void whateverGoesWrongIsOneLine() {
        assertThat(choice(0, "lack no driver of OpenCL offers a device\n", OpenClTrial.GPU).reason().toString())
                .isEqualTo("no driver of OpenCL offers a device");
        OpenClChoice differs = choice(0, BOTH + "differs 3.0e-01\n", OpenClTrial.GPU);
        assertThat(differs.device()).isEmpty();
        assertThat(differs.reason().toString()).isEqualTo("does not train as the CPU does: 3.0e-01 apart after 20 steps");
        OpenClChoice crashed = choice(134, BOTH, OpenClTrial.GPU);
        assertThat(crashed.device()).isEmpty();
        assertThat(crashed.reason().toString()).contains("30 seconds").contains("134").doesNotContain("\n");
        assertThat(choice(-1, "", OpenClTrial.LIST).device()).isEmpty();
        assertThat(choice(0, "device 1\t2\tbroken\n", OpenClTrial.LIST).devices()).isEmpty();
    }

    @Test
    void onlyAnAcceleratorIsTriedUnlessAnyDeviceWillDo() {
        assertThat(OpenClTrial.chosen(java.util.List.of(CPU), OpenClTrial.GPU)).isEmpty();
        assertThat(OpenClTrial.chosen(java.util.List.of(CPU), OpenClTrial.ANY)).contains(CPU);
        assertThat(GPU.has(downhill.engine.Precision.DOUBLE)).isFalse();
    }
}
