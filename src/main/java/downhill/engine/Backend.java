package downhill.engine;

import downhill.words.Said;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.LoggerFactory;

/**
 * Where plans run in this process: decided, and ND4J loaded with it, once, when first asked for. ND4J cannot change its
 * backend afterwards.
 *
 * @param kind   which machine computes
 * @param reason one line saying why
 */
public record Backend(Kind kind, Said reason) {
    /**
     * System property that overrides the choice: {@code cpu}, or {@code operations} to try the GPU's machine on the CPU; {@code opencl}
     * and {@code opencl-cpu} are the CPU, and a device of OpenCL for stacks of very many runs; {@code cuda} is the choice that is made
     * without a word.
     */
    public static final String PROPERTY = "downhill.backend";
    private static final Set<String> WISHES = Set.of("cpu", "operations", "opencl", "opencl-cpu");

    private static Consumer<Said> fallbackListener = line -> { };
    private static Backend current;

    /** Machines there are. */
    public enum Kind {
        /** Fused loops and OpenBLAS on the CPU. */
        HOST,
        /** ND4J's operations on the CPU: how the GPU's path is checked where there is no GPU. */
        OPERATIONS,
        /** ND4J's operations on a CUDA device. */
        CUDA
    }

    /**
     * The choice. Loads ND4J and its natives, which takes seconds the first time.
     *
     * @throws UnavailableException where ND4J cannot be loaded
     */
    public static synchronized Backend current() {
        if (current == null) {
            current = choose(System.getProperty(PROPERTY, ""));
            if (CudaBuild.present() && current.kind() == Kind.HOST) {
                tell(current.told());
            }
        }
        return current;
    }

    /** Tells the person in one line, and the log. */
    public static synchronized void tell(Said line) {
        LoggerFactory.getLogger(Backend.class).warn(line.toString());
        fallbackListener.accept(line);
    }

    /**
     * Who is told, in one line and before anything is computed, that a build with CUDA keeps to the CPU or that kernels which
     * fit the processor had to be left.
     */
    public static synchronized void onFallback(Consumer<Said> listener) {
        fallbackListener = listener;
    }

    private static Backend choose(String wish) {
        Natives.prepare();
        OpenBlas.prepare().ifPresent(Backend::tell);
        ProgramNatives.loadAll();
        if (WISHES.contains(wish)) {
            BackendServices.keepToTheCpu();
            Nd4j.getBackend();
            return new Backend(wish.equals("operations") ? Kind.OPERATIONS : Kind.HOST, Said.of("device.asked", PROPERTY, wish));
        }
        GpuDecision decision = CudaBuild.present() ? GpuDecision.ask() : GpuDecision.withoutCuda();
        return decision.usesGpu() ? cuda(decision) : host(decision.reason());
    }

    private static Backend host(Said reason) {
        BackendServices.keepToTheCpu();
        Nd4j.getBackend();
        return new Backend(Kind.HOST, reason);
    }

    private static Backend cuda(GpuDecision decision) {
        Optional<Said> hindrance = Natives.lackForCuda().or(() -> CudaTrial.failure().map(Said::plain));
        if (hindrance.isPresent()) {
            return host(Said.of("device.cuda.start", decision.reason(), hindrance.get()));
        }
        try {
            if (!Nd4j.getBackend().getClass().getName().startsWith(BackendServices.CUDA)) {
                return new Backend(Kind.HOST, Said.of("device.cuda.none", decision.reason()));
            }
            CudaDevices.useFirstSupported();
        } catch (LinkageError | RuntimeException e) {
            throw new UnavailableException(Said.of("device.cuda.cpu", decision.reason(), e, PROPERTY), e);
        }
        return new Backend(Kind.CUDA, decision.reason());
    }

    /** The choice and its reason in one line. */
    public Said told() {
        return Said.of(kind == Kind.CUDA ? "device.gpu" : "device.cpu", reason);
    }

    /** Whether this build could use a GPU at all. */
    public static boolean cudaBuilt() {
        return CudaBuild.present();
    }

    /** For results: {@code CPU (ND4J 1.0.0-M2.1)}. */
    public String name() {
        return (kind == Kind.CUDA ? "GPU" : "CPU") + " (ND4J " + nd4jVersion() + ")";
    }

    /** Of the tensor library, from its jar. */
    public static String nd4jVersion() {
        String packaged = Nd4j.class.getPackage().getImplementationVersion();
        return packaged == null ? "1.0.0-M2.1" : packaged;
    }
}
