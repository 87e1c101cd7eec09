package downhill.engine.device;

import java.util.Comparator;
import java.util.Optional;

/**
 * Whether ND4J's CUDA 11.6 backend may be used. It has machine code for compute capability 3.7 to 8.6, which also runs on
 * 8.9, and nothing that a driver could translate for newer cards.
 *
 * @param gpu    the card it is about, or null
 * @param usable whether the card can be used
 * @param reason why, in one sentence
 * @param advice what to do where it is not used; empty where nothing can be done or need be
 */
public record GpuDecision(Gpu gpu, boolean usable, String reason, String advice) {
    private static final int OLDEST = 307;
    private static final int FIRST_WITHOUT_CODE = 900;

    /** @param cudaOnClassPath whether the program was built with ND4J's CUDA backend */
    public static GpuDecision of(GpuAnswer answer, boolean cudaOnClassPath) {
        if (answer.problem() != null) {
            return new GpuDecision(null, false, "No usable NVIDIA driver: " + answer.problem() + ".",
                    "Install NVIDIA's driver if this machine has one of its cards.");
        }
        if (answer.gpus().isEmpty()) {
            return new GpuDecision(null, false, "This machine has no NVIDIA graphics card.", "");
        }
        Optional<Gpu> best = answer.gpus().stream().filter(GpuDecision::hasCode)
                .max(Comparator.comparingInt(Gpu::level).thenComparingLong(Gpu::memoryMiB));
        return best.map(gpu -> withCode(gpu, cudaOnClassPath)).orElseGet(() -> withoutCode(answer.gpus().get(0)));
    }

    private static boolean hasCode(Gpu gpu) {
        return gpu.level() >= OLDEST && gpu.level() < FIRST_WITHOUT_CODE;
    }

    private static GpuDecision withCode(Gpu gpu, boolean cudaOnClassPath) {
        if (!cudaOnClassPath) {
            return new GpuDecision(gpu, false, gpu.name() + " (compute capability " + gpu.capability()
                    + ") could be used, but this program was built without ND4J's CUDA backend.",
                    "Build it with the Maven profile cuda (-Pcuda), which fetches 2.3 GB.");
        }
        return new GpuDecision(gpu, true, gpu.name() + " has compute capability " + gpu.capability()
                + ", for which ND4J's CUDA 11.6 backend has code.", "");
    }

    private static GpuDecision withoutCode(Gpu gpu) {
        boolean old = gpu.level() < OLDEST;
        return new GpuDecision(gpu, false, gpu.name() + " has compute capability " + gpu.capability()
                + "; ND4J's CUDA 11.6 backend has code for 3.7 to 8.9 only.",
                old ? "" : "Nothing can be done on this card until ND4J has a newer release; the CPU is used.");
    }
}
