package downhill.engine;

import downhill.words.Said;
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
public record GpuDecision(boolean usesGpu, Said reason, Said advice, Optional<GpuDevice> device, List<GpuDevice> devices) {
    private static final Said REBUILD = Said.of("gpu.build");
    private static final Said INSTALL = Said.of("gpu.needs");
    private static final Said OTHER = Said.of("gpu.nocode");
    private static final Said UPDATE = Said.of("gpu.reinstall");

    /**
     * Decides.
     *
     * @param answer    of {@link NvidiaSmi}
     * @param cudaBuild whether ND4J's CUDA backend is on the class path
     */
    public static GpuDecision of(ProgramAnswer answer, boolean cudaBuild) {
        if (!answer.found()) {
            return cpu(Said.of("gpu.nodriver"), INSTALL, List.of());
        }
        if (answer.exit() != 0) {
            return cpu(Said.of("gpu.silent", GpuList.firstLine(answer.output())), UPDATE, List.of());
        }
        List<GpuDevice> devices = GpuList.parse(answer.output());
        if (devices.isEmpty()) {
            return cpu(Said.of("gpu.nodevice", GpuList.firstLine(answer.output())), UPDATE, List.of());
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
        return cpu(Said.of("gpu.nobackend"), REBUILD, List.of());
    }

    private static GpuDecision supported(GpuDevice device, List<GpuDevice> devices, boolean cudaBuild) {
        if (!cudaBuild) {
            return new GpuDecision(false, Said.of("gpu.nobackend.could", named(device)), REBUILD,
                    Optional.of(device), devices);
        }
        boolean hoped = device.major() == 8 && device.minor() > 6;
        Said reason = hoped ? Said.of("gpu.hoped", named(device)) : named(device);
        return new GpuDecision(true, reason, Said.NOTHING, Optional.of(device), devices);
    }

    private static GpuDecision unsupported(List<GpuDevice> devices) {
        GpuDevice device = devices.get(0);
        return cpu(Said.of(device.major() >= 9 ? "gpu.capability.newer" : "gpu.capability.older", named(device)), OTHER, devices);
    }

    private static GpuDecision cpu(Said reason, Said advice, List<GpuDevice> devices) {
        return new GpuDecision(false, reason, advice, devices.stream().findFirst(), devices);
    }

    private static Said named(GpuDevice device) {
        return Said.of("gpu.named", device.name(), device.capability());
    }
}
