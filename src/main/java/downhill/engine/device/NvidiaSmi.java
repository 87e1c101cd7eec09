package downhill.engine.device;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Asks the driver which cards there are, before any CUDA library is loaded. */
public final class NvidiaSmi {
    private static final int SECONDS = 10;

    private NvidiaSmi() {
    }

    /** The driver's answer; never fails. */
    public static GpuAnswer ask() {
        try {
            return ChildProcess.ask(List.of("nvidia-smi", "--query-gpu=name,compute_cap,memory.total", "--format=csv,noheader"),
                            Map.of(), SECONDS)
                    .map(answer -> GpuAnswer.of(answer.code(), answer.text()))
                    .orElse(GpuAnswer.none("nvidia-smi did not answer within " + SECONDS + " seconds"));
        } catch (IOException e) {
            return GpuAnswer.none("nvidia-smi is not there");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return GpuAnswer.none("interrupted");
        }
    }
}
