package downhill.engine;

import downhill.words.Said;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The library of matrix products: which of its kernels run on this processor, and why. */
public final class OpenBlas {
    /** Environment variable by which a person chooses the kernels; then nothing is chosen here. */
    static final String VARIABLE = "OPENBLAS_CORETYPE";
    private static BlasChoice choice;

    private OpenBlas() {
    }

    /**
     * Chooses the kernels. Must come before OpenBLAS is loaded, which reads the choice only then.
     *
     * @return a line for the person where kernels that fit had to be left
     */
    static synchronized Optional<Said> prepare() {
        if (choice != null) {
            return Optional.empty();
        }
        if (!System.getProperty("os.arch", "").matches("amd64|x86_64")) {
            choice = new BlasChoice(Optional.empty(), BlasChoice.OWN, Said.of("blas.arch"), Optional.empty());
            return Optional.empty();
        }
        choice = BlasMemory.of(CacheFolder.path()).choice(Processor.here(), System.getenv(VARIABLE));
        choice.core().ifPresent(core -> ProcessVariable.set(VARIABLE, core));
        return choice.warning();
    }

    /**
     * Takes the kernels of another process that computes part of the same, where they run here; must come before anything is computed.
     * Where they do not, those that fit are chosen when they are needed.
     *
     * @return whether this process comes to the same last digits
     */
    public static boolean follow(BlasKernels other) {
        synchronized (OpenBlas.class) {
            if (choice == null) {
                Natives.prepare();
                choice = BlasChoice.following(other, Processor.here(), BlasTrial::run).orElse(null);
                return choice != null && choice.core().map(core -> ProcessVariable.set(VARIABLE, core)).orElse(true);
            }
        }
        return BlasKernels.here().sameAs(other);
    }

    /** Such as 0.3.19. */
    public static String version() {
        return openblas_nolapack.OPENBLAS_VERSION.replace("OpenBLAS", "").strip();
    }

    /** The kernels in use in this process, such as Haswell; empty where the library does not tell. Loads it. */
    public static Optional<String> core() {
        Backend.current();
        Loader.load(openblas.class);
        Pointer used = Loader.addressof("gotoblas");
        if (used == null) {
            return Optional.empty();
        }
        long address = new BytePointer(used).getLong(0);
        return BlasCores.names().stream().filter(core -> isAt(address, core)).findFirst();
    }

    /**
     * Whether the kernels in use have some for small products, which need no memory of OpenBLAS's: it is given out under one lock for all
     * threads. False where the library does not tell.
     */
    public static boolean hasSmallProducts() {
        return SmallProducts.THERE;
    }

    /** Looked up once: every product that is compiled asks, and the names of all kernels are sought in all libraries. */
    private static final class SmallProducts {
        static final boolean THERE = core().filter(BlasCores::hasSmallProducts).isPresent();
    }

    private static boolean isAt(long address, String core) {
        Pointer table = Loader.addressof(BlasCores.symbol(core));
        return table != null && table.address() == address;
    }

    /** Why these kernels, in one line. */
    public static Said reason() {
        Backend.current();
        return choice.reason();
    }

    /** What came of trying them, in one line. */
    public static Said check() {
        Backend.current();
        return choice.check();
    }
}
