package downhill.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kernels that OpenBLAS 0.3.19 brings for x86-64, by the generation of vector instructions that they use. */
final class BlasCores {
    /** As {@code OPENBLAS_CORETYPE} takes them, oldest generation first: SSE, AVX, AVX2, AVX-512. */
    private static final List<List<String>> GENERATIONS = List.of(
            List.of("Katmai", "Coppermine", "Northwood", "Prescott", "Banias", "Atom", "Core2", "Penryn", "Dunnington", "Nehalem",
                    "Athlon", "Opteron", "Opteron_SSE3", "Barcelona", "Bobcat", "Nano"),
            List.of("Sandybridge", "Bulldozer", "Piledriver", "Steamroller"),
            List.of("Haswell", "Zen", "Excavator"),
            List.of("SkylakeX", "Cooperlake"));

    private BlasCores() {
    }

    /** The best one for a processor; empty for one without AVX2. On AMD's it is Zen, unless its rival is measured to be quicker. */
    static Optional<String> wanted(Processor processor) {
        if (!processor.avx2()) {
            return Optional.empty();
        }
        if (processor.amd()) {
            return Optional.of("Zen");
        }
        return Optional.of(processor.avx512() ? "SkylakeX" : "Haswell");
    }

    /** Kernels that may be quicker than those wanted, or not: on AMD's processors it depends on how wide they compute. */
    static Optional<String> rival(Processor processor) {
        return processor.amd() && processor.avx2() && processor.avx512() ? Optional.of("SkylakeX") : Optional.empty();
    }

    /** Whether OpenBLAS's own choice uses an older generation. One that is not known here is left as it is. */
    static boolean older(String own, String wanted) {
        int generation = generation(own);
        return generation >= 0 && generation < generation(wanted);
    }

    private static int generation(String core) {
        for (int i = 0; i < GENERATIONS.size(); i++) {
            if (GENERATIONS.get(i).stream().anyMatch(core::equalsIgnoreCase)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether OpenBLAS 0.3.19 has kernels of their own for small products: those with AVX-512 alone. */
    static boolean hasSmallProducts(String core) {
        return generation(core) == GENERATIONS.size() - 1;
    }

    /** All names, as symbols of the library have them. */
    static List<String> names() {
        return GENERATIONS.stream().flatMap(List::stream).toList();
    }

    static String symbol(String core) {
        return "gotoblas_" + core.toUpperCase(Locale.ROOT);
    }
}
