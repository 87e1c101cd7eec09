package downhill.engine;

import java.util.List;
import java.util.Optional;

/**
 * Whether the graphics processor is used, and why. A pure function of what the driver's tool answered and of whether this
 * build contains ND4J's CUDA backend, so that it is made before any native code is loaded.
 *
 * @param usesGpu whether CUDA is used
 * @param reason  one line for the user
 * @param advice  what to do to use a GPU; empty where one is used
 * @param device  the device used, or the first found
 * @param devices all devices that answered
 */
public record GpuDecision(boolean usesGpu, String reason, String advice, Optional<GpuDevice> device, List<GpuDevice> devices) {
    private static final String REBUILD = "Build or start Downhill with -Pcuda to train on the GPU.";
    private static final String INSTALL = "Nothing need be done to train on the CPU. For a GPU: an NVIDIA device of compute capability 3.7 to 8.9, its driver "
            + "(510 or newer), and Downhill built or started with -Pcuda.";
    private static final String OTHER = "No setting helps: ND4J's release has no code for this device, and trains on the CPU as well. Another device of compute "
            + "capability 3.7 to 8.9 would be used.";
    private static final String UPDATE = "Reinstall the NVIDIA driver (510 or newer) and try nvidia-smi in a terminal.";

    /**
     * Decides.
     *
     * @param answer    of {@link NvidiaSmi}
     * @param cudaBuild whether ND4J's CUDA backend is on the class path
     */
    public static GpuDecision of(GpuAnswer answer, boolean cudaBuild) {
        if (!answer.found()) {
            return cpu("no NVIDIA driver is installed (nvidia-smi was not found)", INSTALL, List.of());
        }
        if (answer.exit() != 0) {
            return cpu("the NVIDIA driver does not answer: " + GpuList.firstLine(answer.output()), UPDATE, List.of());
        }
        List<GpuDevice> devices = GpuList.parse(answer.output());
        if (devices.isEmpty()) {
            return cpu("nvidia-smi names no device: " + GpuList.firstLine(answer.output()), UPDATE, List.of());
        }
        Optional<GpuDevice> supported = devices.stream().filter(GpuDevice::supported).findFirst();
        return supported.isEmpty() ? unsupported(devices) : supported(supported.get(), devices, cudaBuild);
    }

    /** The decision for this process; asks the driver. */
    public static GpuDecision ask() {
        return of(NvidiaSmi.ask(), CudaBuild.present());
    }

    /** Of a build that could not use a GPU anyway; the driver is not asked. */
    public static GpuDecision withoutCuda() {
        return cpu("this build has no CUDA backend", REBUILD, List.of());
    }

    private static GpuDecision supported(GpuDevice device, List<GpuDevice> devices, boolean cudaBuild) {
        if (!cudaBuild) {
            return new GpuDecision(false, "this build has no CUDA backend (" + named(device) + " could be used)", REBUILD,
                    Optional.of(device), devices);
        }
        String hope = device.major() == 8 && device.minor() > 6 ? "; it should run the code made for 8.6" : "";
        return new GpuDecision(true, named(device) + hope, "", Optional.of(device), devices);
    }

    private static GpuDecision unsupported(List<GpuDevice> devices) {
        GpuDevice device = devices.get(0);
        String side = device.major() >= 9 ? "newer" : "older";
        return cpu(named(device) + " is " + side + " than ND4J 1.0.0-M2.1 has code for (compute capability 3.7 to 8.x)", OTHER, devices);
    }

    private static GpuDecision cpu(String reason, String advice, List<GpuDevice> devices) {
        return new GpuDecision(false, reason, advice, devices.stream().findFirst(), devices);
    }

    private static String named(GpuDevice device) {
        return device.name() + " (compute capability " + device.capability() + ")";
    }
}
